import type { Drift, PoolDrift } from '../drift-result';
import { openDifferences } from '../drift-result';
import { poolBlocks } from '../reports/markdown';
import { poolName } from '../reports/wording';
import { oneLine } from '../../../common/text/plain-text';
import { Problem } from '../../../common/problem';
import { fitBlocks, githubLimits } from './limits';
import { OutcomeUnknown, type GitHub, type Issue } from './github-client';

/** By which the issues of drift are found among all others. */
export const label = 'cognito-lab-drift';

/** What was done about a pool's issue. */
export interface Done {
  pool: string;
  done: 'opened' | 'updated' | 'reopened' | 'closed' | 'left as it is' | 'could not be kept';
  number?: number;
  /** Why it could not be kept. */
  problem?: Problem;
}

/**
 * Keeps one issue a pool: opened when it drifts, updated while it does, closed when it recovers, reopened when it
 * comes back. A pool that could not be checked has neither drifted nor recovered for that. Where there are two of
 * one, by hand or by two runs at the same time, the older one stays.
 *
 * @param runUrl of the run that saw it, if there is one
 * @throws Problem where GitHub does not tell which issues there are
 */
export async function syncIssues(github: GitHub, drift: Drift, runUrl?: string): Promise<Done[]> {
  const issues = await github.issues(label);
  const byMarker = new Map<string, PoolDrift[]>();
  for (const pool of drift.pools) byMarker.set(markerOf(pool), [...(byMarker.get(markerOf(pool)) ?? []), pool]);
  const done: Done[] = [];
  for (const [marker, pools] of byMarker) {
    const pool = pools.map(poolName)[0] ?? '';
    try {
      done.push({ pool, ...(await syncIssue(github, ownOf(issues, marker), { marker, pools, drift, runUrl })) });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      done.push({ pool, done: 'could not be kept', problem });
    }
  }
  return done;
}

interface Subject {
  marker: string;
  /** One, or what several targets make of the same. */
  pools: readonly PoolDrift[];
  drift: Drift;
  runUrl?: string;
}

/** At the very beginning only: further down a body repeats what others wrote. */
const ownOf = (issues: readonly Issue[], marker: string): Issue[] =>
  issues.filter(({ body }) => body?.startsWith(marker));

const isOpen = ({ state }: Issue): boolean => state === 'open';

async function syncIssue(
  github: GitHub,
  own: readonly Issue[],
  { marker, pools, drift, runUrl }: Subject,
): Promise<Omit<Done, 'pool'>> {
  const issue = own.find(isOpen) ?? own[0];
  if (issue) await closeOthers(github, own, issue);

  if (pools.every((pool) => openDifferences(pool).length === 0)) {
    if (issue?.state !== 'open' || pools.some(({ status }) => status !== 'same'))
      return { done: 'left as it is', ...(issue && { number: issue.number }) };
    await github.change(issue.number, { state: 'closed', state_reason: 'completed' });
    await github.comment(issue.number, `The user pool is as it should be again.${seenIn(runUrl)}`);
    return { done: 'closed', number: issue.number };
  }

  const title = oneLine(`Drift: ${pools.map(poolName)[0]}`).slice(0, githubLimits.titleCharacters);
  const blocks = pools.flatMap((pool) => poolBlocks(pool, drift));
  const room = githubLimits.issueCharacters - marker.length - 2;
  const body = `${marker}\n${fitBlocks(blocks, room, ({ length }) => length)}\n`;
  if (!issue) return { done: 'opened', number: await openOne(github, { title, body }, marker) };
  const { number } = issue;
  if (!isOpen(issue)) {
    await github.change(number, { title, body, state: 'open' });
    await github.comment(number, `${again}${seenIn(runUrl)}`);
    return { done: 'reopened', number };
  }
  if (issue.body?.replaceAll('\r\n', '\n') === body && issue.title === title) return { done: 'left as it is', number };
  await github.change(number, { title, body });
  return { done: 'updated', number };
}

/** Somebody may have closed it by hand. */
const again =
  'The user pool differs again, or still does. What is meant to differ belongs into the waivers or into a new baseline.';

/**
 * Opens an issue, and looks whether it is the only one: another run may have opened one at the same time, and GitHub
 * may have opened it although it did not say so.
 */
async function openOne(github: GitHub, issue: { title: string; body: string }, marker: string): Promise<number> {
  const open = async () => (await github.open({ ...issue, labels: [label] })) as Issue;
  const look = async () => ownOf(await github.issues(label), marker);
  let made: Issue | undefined;
  try {
    made = await open();
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) throw error;
    if ((await look()).length === 0) made = await open();
  }
  const listed = await look();
  // A list may take a moment to have what is new.
  const own = made && !listed.some(({ number }) => number === made.number) ? [...listed, made] : listed;
  const first = own.find(isOpen);
  if (!first)
    throw new Problem('GitHub opened an issue, and does not list it.', 'Look at the issues, and run it again.');
  await closeOthers(github, own, first);
  return first.number;
}

async function closeOthers(github: GitHub, own: readonly Issue[], { number }: Issue): Promise<void> {
  for (const other of own.filter(isOpen)) {
    if (other.number === number) continue;
    await github.change(other.number, { state: 'closed', state_reason: 'not_planned' });
    await github.comment(other.number, `This is the same as #${number}.`);
  }
}

/** Ids of pools are of letters, digits, `_` and `-`: none can end the comment. */
const markerOf = ({ userPoolId = 'tutorial' }: PoolDrift): string =>
  `<!-- cognito-lab-drift: ${userPoolId.replace(/[^\w-]/g, '')} -->`;

const seenIn = (runUrl: string | undefined): string => (runUrl === undefined ? '' : ` Seen in ${runUrl}.`);
