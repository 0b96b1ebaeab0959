import type { Command } from 'commander';
import type { Lab } from '../../lab/lab-folder';
import { readSolution } from '../../lab/solution/solution';
import { commandLine } from '../../common/command-line';
import { Problem } from '../../common/problem';
import type { HintLevel } from '../../lab/result/limit-hints';
import type { Format } from '../../reports';
import type { TargetOptions } from '../../targets/open-target';

/** The options of `check`, as parsed by Commander. */
export interface CheckFlags {
  lab?: string;
  target: 'mock' | 'aws';
  userPoolId?: string;
  snapshot?: string;
  task?: string[];
  userPoolName?: string;
  solution?: string;
  watch?: boolean;
  /** False with `--no-remember`. */
  remember: boolean;
  dryRun?: boolean;
  hints?: HintLevel;
  format: Format;
  output?: string;
}

/**
 * Interprets the options together. The command line takes precedence over the environment: a pool id in `.env` does
 * not conflict with `--snapshot` or `--target mock`.
 *
 * @throws Problem if options contradict each other, or a solution cannot be read
 */
export function targetOptions(command: Command, lab: Lab): TargetOptions {
  const flags = command.opts<CheckFlags>();
  const given = (name: keyof CheckFlags): boolean => command.getOptionValueSource(name) === 'cli';
  const { snapshot, userPoolName, target } = flags;
  const contradictions: [keyof CheckFlags, keyof CheckFlags][] = [
    ['userPoolId', 'snapshot'],
    ['solution', 'userPoolId'],
    ['solution', 'snapshot'],
    ['target', 'snapshot'],
  ];
  for (const [one, other] of contradictions) if (given(one) && given(other)) throw contradiction(one, other);
  if (given('userPoolId') && given('target') && target === 'mock') throw contradiction('userPoolId', 'target');

  if (flags.dryRun && (target !== 'aws' || given('userPoolId') || given('snapshot')))
    throw new Problem(
      '--dry-run works only with --target aws: no other check creates anything.',
      `Write it so: ${commandLine('check', '--target', 'aws', '--dry-run')}`,
    );

  if (flags.watch) checkWatch(flags, given);
  const attach = given('userPoolId') || !(given('snapshot') || given('solution') || given('target'));
  const userPoolId = attach ? flags.userPoolId : undefined;
  if (userPoolId === '')
    throw new Problem('The user pool id is empty.', 'Write it after the option: --user-pool-id us-east-1_AbCdEf123');
  return {
    target,
    snapshot,
    userPoolId,
    userPoolName,
    solution: flags.solution === undefined ? lab.solution : readSolution(flags.solution),
  };
}

/** A watch is of a pool that can change, on a screen. @throws Problem */
function checkWatch({ userPoolId }: CheckFlags, given: (name: keyof CheckFlags) => boolean): void {
  const other = (['snapshot', 'target', 'solution', 'dryRun', 'format', 'output', 'hints'] as const).find(given);
  if (other !== undefined)
    throw new Problem(
      `--watch and ${flag(other)} contradict each other: it shows a pool that exists as it changes, and writes no report.`,
      `Write it so: ${commandLine('check', '--watch', '--user-pool-id', userPoolId ?? 'us-east-1_AbCdEf123')}`,
    );
  if (!userPoolId)
    throw new Problem(
      '--watch needs the pool to watch.',
      `Write it so: ${commandLine('check', '--watch', '--user-pool-id', 'us-east-1_AbCdEf123')}`,
    );
}

function contradiction(one: string, other: string): Problem {
  return new Problem(`${flag(one)} and ${flag(other)} contradict each other.`, 'Leave one of them out.');
}

const flag = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
