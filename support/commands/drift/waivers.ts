import * as v from 'valibot';
import type { Drift, PoolDrift, Waiver } from './drift-result';
import { isWithin } from './setting-path';
import { readInputFile, handWritten } from './read-input-file';

const text = (what: string) => v.pipe(v.string(`${what} is missing`), v.trim(), v.minLength(1, `${what} is empty`));

const date = v.pipe(
  text('"expiry"'),
  v.check(
    (value) => /^\d{4}-\d{2}-\d{2}($|T)/.test(value) && isDay(value.slice(0, 10)) && !Number.isNaN(endOf(value)),
    'an expiry is a date, such as 2027-01-31',
  ),
);

const waiver = v.pipe(
  handWritten({
    path: v.optional(text('"path"')),
    check: v.optional(text('"check"')),
    userPoolId: v.optional(text('"userPoolId"')),
    reason: text('"reason"'),
    owner: v.optional(text('"owner"')),
    expiry: date,
  }),
  v.check(
    ({ path, check }) => (path === undefined) !== (check === undefined),
    'a waiver is for a "path" or for a "check", one of the two',
  ),
);

/** The schema of a waivers file; `fixtures/schemas/waivers-v1.schema.json` is generated from it for other programs. */
export const waiversSchema = v.object({ waivers: v.array(waiver) });

/** @throws Problem for an invalid file: a waiver needs a reason and an expiry date */
export const readWaivers = (file: string): Waiver[] =>
  readInputFile(waiversSchema, file, {
    what: 'a file of waivers',
    list: 'waivers',
    remedy:
      'Write {"waivers": [{"path": "UserPool.DeletionProtection", "reason": "…", "owner": "…", "expiry": "2027-01-31"}]}; reason and expiry are required.',
  }).waivers;

/** Date.parse accepts 31 February as 3 March. */
const isDay = (day: string): boolean =>
  !Number.isNaN(Date.parse(day)) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);

/** The end of the expiry date in UTC, or the given time. @returns epoch milliseconds */
const endOf = (expiry: string): number => Date.parse(expiry.length === 10 ? `${expiry}T23:59:59.999Z` : expiry);

/** Marks waived differences, and determines the state of each waiver. An expired waiver has no effect. */
export function applyWaivers(
  pools: readonly PoolDrift[],
  waivers: readonly Waiver[],
  now: number,
): { pools: PoolDrift[]; waivers: Drift['waivers'] } {
  const used = new Set<Waiver>();
  const valid = waivers.filter(({ expiry }) => endOf(expiry) >= now);
  const marked = pools.map((pool) => ({
    ...pool,
    differences: pool.differences.map((difference) => {
      const fitting = valid.filter(
        ({ path, check, userPoolId }) =>
          (userPoolId === undefined || userPoolId === pool.userPoolId) &&
          (path !== undefined ? isWithin(difference.path, path) : difference.breaks.includes(check ?? '')),
      );
      fitting.forEach((each) => used.add(each));
      const [first] = fitting;
      return first ? { ...difference, waiver: first } : difference;
    }),
  }));
  const isOpen = ({ userPoolId }: Waiver): boolean =>
    pools.some((pool) => pool.unread.length > 0 && (userPoolId === undefined || userPoolId === pool.userPoolId));
  const stateOf = (each: Waiver): Drift['waivers'][number]['state'] => {
    if (!valid.includes(each)) return 'expired';
    return used.has(each) ? 'used' : isOpen(each) ? 'unknown' : 'unused';
  };
  return { pools: marked, waivers: waivers.map((each) => ({ ...each, state: stateOf(each) })) };
}
