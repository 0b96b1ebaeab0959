import type { Drift, PoolDrift } from '../drift-result';
import { openDifferences } from '../drift-result';
import { poolBlocks } from '../reports/markdown';
import { poolName } from '../reports/drift-wording';
import { oneLine } from '../../../common/text/plain-text';
import { Problem } from '../../../common/problem';
import { fitBlocks, githubLimits } from './limits';
import { OutcomeUnknown, type GitHub, type Issue } from './github-client';

/** The label that identifies drift issues. */
export const label = 'cognito-lab-drift';

/** The action taken on a pool's issue. */
export interface Done {
  pool: string;
  done: 'opened' | 'updated' | 'reopened' | 'closed' | 'left as it is' | 'could not be kept';
  number?: number;
  /** Why the issue could not be updated. */
  problem?: Problem;
}

/**
 * Maintains one issue per pool: opened on drift, updated while it lasts, closed when the pool recovers, reopened on
 * new drift. A pool that could not be checked changes no state. Of duplicates, created manually or by concurrent
 * runs, the oldest stays.
 *
 * @param runUrl the workflow run, if any
 * @throws Problem if the issues cannot be listed
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
  /** One pool, or one report merged from several targets of the same pool. */
  pools: readonly PoolDrift[];
  drift: Drift;
  runUrl?: string;
}

/** Only at the start of the body: later parts repeat untrusted text. */
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

/** It may have been closed manually. */
const again =
  'The user pool differs again, or still does. What is meant to differ belongs into the waivers or into a new baseline.';

/**
 * Opens an issue and checks for duplicates: a concurrent run may have opened one, and GitHub may have created one
 * although the call failed.
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
  // The list is eventually consistent.
  const own = made && !listed.some(({ number }) => number === made.number) ? [...listed, made] : listed;
  const first = own.find(isOpen);
  if (!first)
    throw new Problem(
      'GitHub opened an issue but does not list it.',
      'Check the issues of the repository, and run it again.',
    );
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

/** Pool ids consist of letters, digits, `_` and `-`, and therefore cannot end the comment. */
const markerOf = ({ userPoolId = 'tutorial' }: PoolDrift): string =>
  `<!-- cognito-lab-drift: ${userPoolId.replace(/[^\w-]/g, '')} -->`;

const seenIn = (runUrl: string | undefined): string => (runUrl === undefined ? '' : ` Seen in ${runUrl}.`);
