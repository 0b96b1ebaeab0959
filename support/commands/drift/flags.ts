import { environment } from '../../common/environment';
import type { DriftFormat } from './reports';
import type { Shard } from '../merge/shard';
import { Problem } from '../../common/problem';

/** The options of `drift`, as parsed by Commander. */
export interface DriftFlags {
  lab?: string;
  userPoolId?: string;
  baseline?: string;
  updateBaseline: boolean;
  waivers?: string;
  previous?: string;
  targets?: string;
  tutorial: boolean;
  format: DriftFormat;
  output?: string;
  shard?: Shard;
}

/** What to check. */
export type Subject = { kind: 'tutorial' } | { kind: 'targets'; file: string } | { kind: 'pool'; userPoolId: string };

/**
 * Interprets the options together.
 *
 * @throws Problem if options contradict each other, or no pool is named
 */
export function subjectOf(flags: DriftFlags): Subject {
  const { tutorial, targets, userPoolId, baseline, updateBaseline, shard, output } = flags;
  const chosen = {
    '--tutorial': tutorial,
    '--targets': targets !== undefined,
    '--user-pool-id': userPoolId !== undefined,
  };
  const [one, other] = Object.entries(chosen).flatMap(([flag, given]) => (given ? [flag] : []));
  if (one && other) throw new Problem(`${one} and ${other} contradict each other.`, 'Leave one of them out.');
  if (baseline !== undefined && (tutorial || targets !== undefined))
    throw new Problem(
      `${one} and --baseline contradict each other.`,
      tutorial
        ? 'Omit --baseline: --tutorial compares with the recorded defaults.'
        : 'Name the baselines in the targets file.',
    );
  if (shard && targets === undefined)
    throw new Problem('--shard needs --targets: a part of the pools of a file is compared.', 'Add --targets FILE.');
  if (shard && output === undefined)
    throw new Problem(
      '--shard needs --output: a folder for the report and for what merge needs.',
      'Add --output FOLDER.',
    );
  if (updateBaseline && tutorial)
    throw new Problem('--tutorial and --update-baseline contradict each other.', 'Leave one of them out.');
  if (tutorial) return { kind: 'tutorial' };
  if (targets !== undefined) return { kind: 'targets', file: targets };
  const id = userPoolId ?? environment().userPoolId;
  if (id === undefined || id === '')
    throw new Problem(
      'No user pool is named.',
      'Add --user-pool-id us-east-1_AbCdEf123, --targets FILE or --tutorial.',
    );
  if (updateBaseline && baseline === undefined)
    throw new Problem('--update-baseline needs --baseline: the file to write.', 'Add --baseline FILE.');
  return { kind: 'pool', userPoolId: id };
}
