/** What to do about drift: put it right, waive it, or take the pool as it is for the baseline. */
import { commandLine } from '../../../common/command-line';
import { openDifferences, type Drift } from '../drift-result';
import { parsePath } from '../setting-path';

/** A waiver lasts this long, in days, unless its owner writes another date. */
const waiverDays = 30;

/** A file of waivers is pasted by hand: with more of them, nobody reads what they waive. */
const mostWaivers = 10;

export interface NextStep {
  text: string;
  /** To paste: a command, or a file. */
  paste?: string;
}

/** Empty if there is nothing to do. */
export function nextSteps(drift: Drift): NextStep[] {
  const pools = drift.pools.filter((pool) => openDifferences(pool).length > 0);
  const [first] = pools;
  if (!first) return [];
  return [
    { text: 'Put it right: set what differs back in the console, or where the pool is configured.' },
    {
      text: 'Or waive it for a time, by --waivers FILE. Fill in the reason; one that is empty is refused.',
      paste: waiverFile(drift),
    },
    drift.about === 'tutorial'
      ? { text: "Or, if AWS's default is another one now, record it in fixtures/defaults with its source and date." }
      : pools.length === 1 && first.userPoolId !== undefined
        ? {
            text: 'Or take the pool as it is for the baseline.',
            paste: commandLine(
              ...['drift', '--user-pool-id', first.userPoolId],
              ...['--baseline', first.baseline?.file ?? 'baseline.json', '--update-baseline'],
            ),
          }
        : { text: 'Or take the pools as they are for their baselines: run it again with --update-baseline.' },
  ];
}

function waiverFile({ pools, checkedAt }: Drift): string {
  const expiry = new Date(Date.parse(checkedAt) + waiverDays * 86_400_000).toISOString().slice(0, 10);
  const all = pools.flatMap((pool) =>
    openDifferences(pool).map(({ path, breaks }) => ({
      // A check that names no setting is reported by its id.
      ...(parsePath(path).length === 1 && breaks.includes(path) ? { check: path } : { path }),
      ...(pool.userPoolId !== undefined && { userPoolId: pool.userPoolId }),
      reason: '',
      owner: 'you',
      expiry,
    })),
  );
  const lines = all.slice(0, mostWaivers).map((waiver) => `  ${JSON.stringify(waiver)}`);
  return `{"waivers": [\n${lines.join(',\n')}\n]}`;
}
