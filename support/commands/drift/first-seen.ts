import { existsSync } from 'node:fs';
import { driftSchema, type Difference, type Drift, type PoolDrift } from './drift-result';
import { isWithin } from './setting-path';
import { readInputFile } from './read-input-file';

/**
 * The report of last time, from which a difference takes over since when there is one.
 *
 * @returns undefined where there is none yet
 * @throws Problem for a file that is something else
 */
export function readPrevious(file: string): Drift | undefined {
  if (!existsSync(file)) return undefined;
  return readInputFile(driftSchema, file, {
    what: 'the JSON report of a run of drift',
    remedy:
      'Name what "cognito-lab drift --format json --output FILE" wrote last time, or a file that is not there yet.',
  });
}

/**
 * Since when a difference is there: as long as the report of last time says, if it was the same then; otherwise
 * since after that report, or after the baseline where there is none or where it could not look at this.
 */
export function firstSeen(
  difference: Omit<Difference, 'since'>,
  { userPoolId, takenAt, now }: { userPoolId?: string; takenAt?: string; now: string },
  previous: Drift | undefined,
): Difference['since'] {
  const pool = previous?.pools.find((each) => each.userPoolId === userPoolId);
  const known = pool?.differences.find((each) => identity(each) === identity(difference));
  if (known) return known.since;
  const looked = pool && !wasUnread(pool, difference) ? previous?.checkedAt : undefined;
  const after = [takenAt, looked]
    .filter((time) => time !== undefined)
    .sort()
    .at(-1);
  return { ...(after && { after }), seen: now };
}

const identity = ({ path, kind, against, actual }: Omit<Difference, 'since'>): string =>
  JSON.stringify([path, kind, against, actual]);

const wasUnread = ({ unread }: PoolDrift, { path, breaks }: Omit<Difference, 'since'>): boolean =>
  unread.some(({ parts }) => parts.some((part) => isWithin(path, part) || breaks.includes(part)));
