/** What to do about drift: correct it, waive it, or accept it into the baseline. */
import { commandLine } from '../../../common/command-line';
import { openDifferences, type Drift } from '../drift-result';
import { parsePath } from '../setting-path';

/** The default lifetime of a waiver, in days. */
const waiverDays = 30;

/** The most waivers in a file to paste; longer ones would be pasted unread. */
const mostWaivers = 10;

export interface NextStep {
  text: string;
  /** A command or a file to paste. */
  paste?: string;
}

/** Empty if nothing needs to be done. */
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
