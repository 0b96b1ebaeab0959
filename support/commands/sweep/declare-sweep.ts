import { Option, type Command } from 'commander';
import type { SweepFlags } from './run-sweep';

/** Adds `cognito-lab sweep` to the program. */
export function declareSweep(program: Command): void {
  program
    .command('sweep')
    .description('lists the user pools that interrupted runs left; with --apply removes them')
    .option('--region <region>', 'look here; may be given several times', collect)
    .option('--run-id <id>', 'what this run left, and nothing else')
    .option('--older-than <age>', 'what was created longer ago than this: 0s, 30m, 2h, 1d')
    .option('--apply', 'remove what is found; without it nothing is changed', false)
    .addOption(new Option('--format <format>', 'of the list').choices(['text', 'json']).default('text'))
    .action(async (flags: SweepFlags) => {
      const { runSweep } = require('./run-sweep') as typeof import('./run-sweep');
      await runSweep(flags);
    });
}

const collect = (value: string, previous: string[] = []): string[] => [...previous, value];
