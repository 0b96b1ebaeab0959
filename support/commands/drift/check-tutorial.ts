import { CouldNotLook } from '../../common/could-not-look';
import { runLab, type RunOptions } from '../../runner/run-lab';
import type { Catalogue } from '../../lab/features/catalogue';
import type { Plan } from '../../lab/solution/plan';
import type { LabSession } from '../../runner/session/lab-session';
import { statusesOf, unreadIn, addFailedChecks } from './compare-with-lab';
import { compare } from './compare-answers';
import { expectedAnswers, type Defaults } from './recorded-defaults';
import { statusOf, type Drift, type PoolDrift } from './drift-result';
import { mergeUnread, unreadPart, locationOf } from './check-pool';
import { readAnswers, type Read } from './read-answers';
import { settingsOf, type Answers } from './pool-settings';
import { firstSeen } from './first-seen';

export interface TutorialOptions {
  catalogue: Catalogue;
  /** What the session plays. */
  plan: Plan;
  defaults: Defaults;
  previous?: Drift;
  /** ISO 8601. */
  now: string;
  onProgress?: RunOptions['onProgress'];
}

/**
 * Makes the lab afresh, checks it, and compares all that AWS filled in with what is on record: a field more, a default
 * that is another, a list in another order. Removing the pool is left to the session's owner.
 *
 * @param session with the plan to play
 */
export async function checkTutorial(session: LabSession, options: TutorialOptions): Promise<PoolDrift> {
  const { catalogue, plan, defaults, previous, now, onProgress } = options;
  // Before the checks: some of them try the pool out, and leave an app client there.
  const { answers, missing } = await made(session);
  const result = await runLab(catalogue, session, { onProgress });
  const found = compare(
    settingsOf(expectedAnswers(plan, defaults), 'exact'),
    settingsOf(named(answers), 'exact'),
    missing.map(({ path }) => path),
  );
  const differences = addFailedChecks(found, 'defaults', result, []).map((difference) => ({
    ...difference,
    // The pool is another each time, but the tutorial is the same.
    since: firstSeen(difference, { now }, previous),
  }));
  const unread = mergeUnread([...missing.map(unreadPart), ...unreadIn(result)]);
  return {
    status: statusOf({ differences, unread }),
    name: 'the tutorial',
    ...locationOf(result),
    differences,
    unread,
    checks: statusesOf(result),
    accepted: [],
  };
}

async function made(session: LabSession): Promise<Read> {
  try {
    const { userPoolId } = await session.lab();
    if (userPoolId === undefined) throw new CouldNotLook('No user pool was made.', 'Look at the solution.');
    return await readAnswers(session.reader(userPoolId), session.target.client, session.target.place);
  } catch (error) {
    if (!(error instanceof CouldNotLook)) throw error;
    return { answers: {}, missing: [{ path: 'UserPool', why: error }] };
  }
}

/** App clients by their names, which are the lab's: ids are another each time. Tags are the harness's own. */
function named({ UserPool, UserPoolClients, ...rest }: Answers): Answers {
  const { UserPoolTags: _, ...pool } = (UserPool ?? {}) as Record<string, unknown>;
  const clients = Object.entries(UserPoolClients ?? {}).map(([id, client]) => [
    (client as { ClientName?: string }).ClientName ?? id,
    client,
  ]);
  return {
    ...rest,
    ...(UserPool && { UserPool: pool }),
    ...(UserPoolClients && { UserPoolClients: Object.fromEntries(clients) as Record<string, object> }),
  };
}
