/** The wording of drift reports, shared by all formats. Not yet escaped for display. */
import { count, labText } from '../../../reports/render/wording';
import { openDifferences, type Difference, type Drift, type PoolDrift, type Waiver } from '../drift-result';

/**
 * The name of a pool: `keke (us-east-1_AbCdEf123)`. The tutorial's pool is already removed, so that its id is
 * omitted.
 */
export function poolName({ name, userPoolId }: PoolDrift): string {
  if (userPoolId === undefined) return name ?? 'a user pool';
  return name === undefined ? userPoolId : `${name} (${userPoolId})`;
}

/** What was checked, in a few parts. */
export const poolParts = (pool: PoolDrift): string[] => [
  pool.userPoolId === undefined ? poolName(pool) : `user pool ${poolName(pool)}`,
  ...(pool.endpoint ? [`Cognito at ${pool.endpoint}`] : []),
  ...(pool.region ? [pool.region] : []),
  ...(pool.account ? [`account ${pool.account}`] : []),
];

/** What the pool was compared with. */
export function comparedWith({ baseline }: PoolDrift, { about, lab }: Drift): string {
  const asked = `Compared with what the lab${lab ? ` "${labText(lab)}"` : ''} asks for`;
  if (about === 'tutorial') return `${asked} and with the recorded defaults of AWS.`;
  if (!baseline) return `${asked}; no baseline was named.`;
  return `${asked} and with ${baseline.file}, taken ${time(baseline.takenAt)}.`;
}

/** `changed since the baseline`. */
export function kindText({ kind, against }: Difference): string {
  switch (against) {
    case 'baseline':
      return `${kind} since the baseline`;
    case 'lab':
      return 'not as the lab asks';
    case 'defaults':
      return `${kind} since the defaults were recorded`;
  }
}

/** `after 2026-11-22 06:00 UTC, first seen 2026-11-23 06:00 UTC`. */
export const sinceText = ({ since: { after, seen } }: Difference): string =>
  `${after === undefined ? '' : `after ${time(after)}, `}first seen ${time(seen)}`;

const time = (iso: string): string => iso.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}).*Z$/, '$1 $2 UTC');

/** `Until 2027-01-31 (Ann): moved to the new domain`. */
export const waiverText = ({ expiry, owner, reason }: Waiver): string =>
  `until ${expiry}${owner === undefined ? '' : ` (${owner})`}: ${reason}`;

/** The subject of a waiver. */
export const waiverScope = ({ path, check, userPoolId }: Waiver): string =>
  [path ?? `check ${check}`, ...(userPoolId === undefined ? [] : [`of ${userPoolId}`])].join(' ');

/** Ineffective waivers, one sentence each. */
export const ineffectiveWaivers = ({ waivers }: Drift): string[] =>
  waivers.flatMap((waiver) => {
    const { state } = waiver;
    if (state !== 'expired' && state !== 'unused') return [];
    const todo = {
      expired: 'Renew it, or put right what it was for, and remove it.',
      unused: 'Remove it: nothing differs there.',
    };
    return `Waiver ${state}: ${waiverScope(waiver)}, ${waiverText(waiver)}. ${todo[state]}`;
  });

/** `2 differences, 1 waived; 1 part could not be checked`. */
export function verdict(pool: PoolDrift): string {
  const open = openDifferences(pool).length;
  const waived = pool.differences.length - open;
  const unread = pool.unread.flatMap(({ parts }) => parts).length;
  // Unread parts may contain more differences.
  const seen = pool.differences.length > 0 || unread === 0;
  return [
    ...(seen
      ? [`${open === 0 ? 'no difference' : count(open, 'difference')}${waived > 0 ? `, ${waived} waived` : ''}`]
      : []),
    ...(unread > 0 ? [`${count(unread, 'part')} could not be checked`] : []),
  ].join('; ');
}

/** A summary of all pools on one line. */
export function overall({ pools, status }: Drift): string {
  if (pools.length === 1 && pools[0]) return verdict(pools[0]);
  const number = (wanted: PoolDrift['status']): number => pools.filter((pool) => pool.status === wanted).length;
  const parts = [
    [number('drift'), 'with drift'],
    [number('error'), 'could not be checked completely'],
    [number('same'), 'as they should be'],
  ] as const;
  const told = parts.filter(([howMany]) => howMany > 0).map(([howMany, what]) => `${howMany} ${what}`);
  return `${count(pools.length, 'pool')}: ${told.join(', ') || status}`;
}
