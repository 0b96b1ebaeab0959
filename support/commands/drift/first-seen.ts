import { isAbsent } from '../../common/files/is-absent';
import { driftSchema, type Difference, type Drift, type PoolDrift } from './drift-result';
import { readInputFile } from './read-input-file';
import { isWithin } from './setting-path';

/**
 * Reads the report of the previous run.
 *
 * @returns undefined if there is none yet
 * @throws Problem if the file is not a drift report
 */
export function readPrevious(file: string): Drift | undefined {
  if (isAbsent(file)) return undefined;
  return readInputFile(driftSchema, file, {
    what: 'the JSON report of a run of drift',
    remedy: 'Name the file that drift wrote with --format json --output FILE, or one that does not exist yet.',
  });
}

type Undated = Omit<Difference, 'since'>;

/**
 * When a difference was first seen, and when it was last known not to exist: the time of the baseline, or of the
 * previous report if it made the same comparison. A report without that comparison gives no date.
 */
export function firstSeen(
  difference: Undated,
  context: { userPoolId?: string; takenAt?: string; now: string; previous?: Drift },
): Difference['since'] {
  const { userPoolId, takenAt, now, previous } = context;
  const pool = previous?.pools.find((each) => each.userPoolId === userPoolId);
  const known = pool?.differences.find((each) => identity(each) === identity(difference));
  if (known) return known.since;
  const compared = pool && hasCompared(pool, difference, takenAt) ? previous?.checkedAt : undefined;
  const after = [takenAt, compared]
    .filter((time) => time !== undefined)
    .sort()
    .at(-1);
  return { ...(after && { after }), seen: now };
}

const identity = ({ path, kind, against, actual }: Undated): string => JSON.stringify([path, kind, against, actual]);

/** Whether a report would contain the difference: it read that part, and compared it with the same baseline or lab. */
function hasCompared(pool: PoolDrift, { path, against, breaks }: Undated, takenAt: string | undefined): boolean {
  const open = pool.unread.flatMap(({ parts }) => parts);
  // If the pool itself was not read, nothing else may have been.
  if (open.some((part) => part === 'UserPool' || isWithin(path, part) || breaks.includes(part))) return false;
  switch (against) {
    case 'baseline':
      return pool.baseline !== undefined && pool.baseline.takenAt === takenAt;
    case 'lab':
      return breaks.every((id) => pool.checks[id] === 'passed' || pool.checks[id] === 'failed');
    case 'defaults':
      return true;
  }
}
