import { inertJson, oneLine } from '../../common/text/plain-text';
import type { SweepResult, SweptPool } from './sweep-result';

/** A sweep as JSON. */
export const sweepJson = (result: SweepResult): string => `${inertJson(JSON.stringify(result, null, 2))}\n`;

const words: Record<SweptPool['state'], string> = {
  found: 'left over',
  'in use': 'not expired',
  'in doubt': 'tagged as ours, and not removed',
  removed: 'removed',
  left: 'could not be removed',
};

/** A sweep in words. */
export function sweepText({ apply, status, regions }: SweepResult): string {
  const lines = regions.flatMap(({ region, pools, problems }) => [
    `${region}: ${pools.length ? `${pools.length} of our user pools` : problems.length ? 'could not look' : 'nothing of ours'}`,
    ...pools.flatMap(line),
    ...problems.map(({ message, remedy = '' }) => `  could not look: ${oneLine(message)} ${oneLine(remedy)}`.trimEnd()),
  ]);
  const all = regions.flatMap(({ pools }) => pools);
  const has = (state: SweptPool['state']): boolean => all.some((pool) => pool.state === state);
  if (!apply && has('found')) lines.push('A dry run: nothing was removed. Add --apply to remove what is left over.');
  if (has('in use'))
    lines.push('What is not expired may belong to a run in progress; --run-id and --older-than include it anyway.');
  if (status === 'error') lines.push('Not every user pool could be read, so more may be left.');
  return `${lines.join('\n')}\n`;
}

function line({
  userPoolId,
  name,
  runId,
  created,
  expires,
  domain,
  deletionProtection,
  state,
  reason,
}: SweptPool): string[] {
  const obstacles = [domain && `domain ${domain}`, deletionProtection && 'deletion protection'].filter(Boolean);
  return [
    `  ${words[state]}: ${oneLine(userPoolId)} "${oneLine(name)}", run ${runId}`,
    `    created ${created}, expires ${expires}${obstacles.length ? `, with ${oneLine(obstacles.join(' and '))}` : ''}`,
    ...(reason ? [`    ${oneLine(reason)}`] : []),
  ];
}
