import type { Drift, PoolDrift } from '../drift/drift';
import { counted } from '../drift/drift';
import { poolBlocks } from '../drift/reports/markdown';
import { poolName } from '../drift/reports/wording';
import { oneLine } from '../reports/plain-text';
import type { GitHub, Issue } from './github';

/** By which the issues of drift are found among all others. */
export const label = 'cognito-lab-drift';

/** What was done about a pool's issue. */
export interface Done {
  pool: string;
  done: 'opened' | 'updated' | 'reopened' | 'closed' | 'left as it is';
  number?: number;
}

/**
 * Keeps one issue a pool: opened when it drifts, updated while it does, closed when it recovers, reopened when it
 * comes back. A pool that could not be looked at has neither drifted nor recovered for that.
 *
 * Two runs at the same time could open two: the workflow runs one after another.
 *
 * @param runUrl of the run that saw it, if there is one
 * @throws Problem where GitHub cannot be reached or refuses
 */
export async function keepIssues(github: GitHub, drift: Drift, runUrl?: string): Promise<Done[]> {
  const issues = await github.issues(label);
  const done: Done[] = [];
  for (const pool of drift.pools) done.push(await keepIssue(github, issues, pool, drift, runUrl));
  return done;
}

async function keepIssue(
  github: GitHub,
  issues: readonly Issue[],
  pool: PoolDrift,
  drift: Drift,
  runUrl?: string,
): Promise<Done> {
  const name = poolName(pool);
  const marker = markerOf(pool);
  // At the very beginning only: further down a body repeats what others wrote.
  const own = issues.filter(({ body }) => body?.startsWith(marker));
  const issue = own.find(({ state }) => state === 'open') ?? own[0];
  const told = (done: Done['done'], number = issue?.number): Done => ({
    pool: name,
    done,
    ...(number !== undefined && { number }),
  });

  if (counted(pool).length === 0) {
    if (pool.status !== 'same' || issue?.state !== 'open') return told('left as it is');
    await github.comment(issue.number, `The user pool is as it should be again.${seenIn(runUrl)}`);
    await github.change(issue.number, { state: 'closed', state_reason: 'completed' });
    return told('closed');
  }

  const title = oneLine(`Drift: ${name}`).slice(0, 250);
  const body = `${marker}\n${shortened(poolBlocks(pool, drift).join('\n\n'))}\n`;
  if (!issue) {
    const { number } = (await github.open({ title, body, labels: [label] })) as Issue;
    return told('opened', number);
  }
  if (issue.state === 'closed') {
    await github.change(issue.number, { title, body, state: 'open' });
    await github.comment(issue.number, `It is back.${seenIn(runUrl)}`);
    return told('reopened');
  }
  if (issue.body?.replaceAll('\r\n', '\n') === body && issue.title === title) return told('left as it is');
  await github.change(issue.number, { title, body });
  return told('updated');
}

/** Ids of pools are of letters, digits, `_` and `-`: none can end the comment. */
const markerOf = ({ userPoolId = 'tutorial' }: PoolDrift): string =>
  `<!-- cognito-lab-drift: ${userPoolId.replace(/[^\w-]/g, '')} -->`;

const seenIn = (runUrl: string | undefined): string => (runUrl === undefined ? '' : ` Seen in ${runUrl}.`);

/** GitHub takes 65,536 characters. A table that is cut in a row would be none. */
const longest = 60_000;

function shortened(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, text.lastIndexOf('\n', longest));
  return `${cut}\n\nThis is not all: the rest is in the report of the run.`;
}
