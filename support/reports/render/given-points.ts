/** The points of a result by its checks, as graders that count tests add them up. */
import type { LabResult } from '../../lab/result/result';
import { wasTried } from './test-status';

/** The points that a rubric gives, or the features: of the whole, and of each check by its id. */
export interface GivenPoints {
  earned: number;
  possible: number;
  checks: ReadonlyMap<string, { earned: number; possible: number }>;
}

/** The points as the features give them. */
export const pointsOfLab = ({ score, tasks }: LabResult): GivenPoints => ({
  ...score,
  checks: new Map(
    tasks.flatMap(({ checks }) =>
      checks
        .filter(wasTried)
        .map(({ id, status, points }) => [id, { earned: status === 'passed' ? points : 0, possible: points }]),
    ),
  ),
});

/**
 * Shares that add up to a total as others add them: from first to last, in IEEE doubles. The last one that is not 0
 * takes what rounding has left. Where no last share does that, every share but the last is rounded to a multiple of the
 * last bit of the total: all sums are then exact.
 */
export function shareExactly(total: number, shares: readonly number[]): number[] {
  const last = shares.findLastIndex((share) => share !== 0);
  if (last < 0) return [...shares];
  const bit = 2 ** (Math.floor(Math.log2(total)) - 52);
  for (const given of [shares, shares.map((share) => Math.round(share / bit) * bit)]) {
    const before = given.slice(0, last).reduce((sum, share) => sum + share, 0);
    if (before + (total - before) === total) return given.map((share, at) => (at === last ? total - before : share));
  }
  throw new Error(`No shares add up to ${total}.`);
}

/** Whole numbers that add up to a whole total, each as near to its share of it as that allows. */
export function shareWholePoints(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  const exact = shares.map((share) => (sum > 0 ? (share * total) / sum : 0));
  const whole = exact.map((share) => Math.floor(share + 1e-9));
  const left = total - whole.reduce((a, b) => a + b, 0);
  const byRest = exact.map((share, at) => ({ at, rest: share - (whole[at] ?? 0) })).sort((a, b) => b.rest - a.rest);
  for (const { at } of byRest.filter(({ at }) => shares[at] !== 0).slice(0, left)) whole[at] = (whole[at] ?? 0) + 1;
  return whole;
}
