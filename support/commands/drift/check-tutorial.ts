import { CouldNotLook } from '../../common/could-not-look';
import { runLab, type RunOptions } from '../../runner/run-lab';
import type { Lab } from '../../lab/lab-folder';
import type { Plan } from '../../lab/solution/plan';
import type { LabSession } from '../../runner/session/lab-session';
import { statusesOf, unreadIn, addFailedChecks } from './compare-with-lab';
import { compare } from './compare-answers';
import { expectedAnswers, type Defaults } from './recorded-defaults';
import { statusOf, type Drift, type PoolDrift } from './drift-result';
import { mergeUnread, unreadPart, locationOf } from './check-pool';
import { readAnswers, type Read } from './read-answers';
import { settingsOf, type Answers } from './comparable-settings';
import { firstSeen } from './first-seen';

export interface TutorialOptions {
  lab: Lab;
  /** The plan that the session plays. */
  plan: Plan;
  defaults: Defaults;
  previous?: Drift;
  /** ISO 8601. */
  now: string;
  onProgress?: RunOptions['onProgress'];
}

/**
 * Creates the lab's pool, checks it, and compares the defaults that AWS filled in with the recorded ones: new members,
 * other values, another order. The session's owner removes the pool.
 *
 * @param session with the plan to play
 */
export async function checkTutorial(session: LabSession, options: TutorialOptions): Promise<PoolDrift> {
  const { lab, plan, defaults, previous, now, onProgress } = options;
  // Read before the checks, because behaviour checks add an app client.
  const { answers, missing } = await createAndRead(session);
  const result = await runLab(lab, session, { onProgress });
  const found = compare(
    settingsOf(expectedAnswers(plan, defaults), 'exact'),
    settingsOf(byClientName(answers), 'exact'),
    missing.map(({ path }) => path),
  );
  const differences = addFailedChecks(found, 'defaults', result, []).map((difference) => ({
    ...difference,
    // The pool is new in every run, so that its id does not identify it.
    since: firstSeen(difference, { now, previous }),
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

async function createAndRead(session: LabSession): Promise<Read> {
  try {
    const { userPoolId } = await session.lab();
    if (userPoolId === undefined)
      throw new CouldNotLook('No user pool was created.', 'Check that the solution creates one.');
    return await readAnswers(session.reader(userPoolId));
  } catch (error) {
    if (!(error instanceof CouldNotLook)) throw error;
    return { answers: {}, missing: [{ path: 'UserPool', why: error }] };
  }
}

/** App clients by name, because ids are new in every run. Without tags, which come from the program. */
function byClientName({ UserPool, UserPoolClients, ...rest }: Answers): Answers {
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
