import { Option, type Command } from 'commander';
import type { SweepFlags } from './run-sweep';

/** Adds `cognito-lab sweep` to the program. */
export function declareSweep(program: Command): void {
  program
    .command('sweep')
    .description('Lists the user pools that interrupted runs left, and removes them with --apply')
    .option(
      '--region <region>',
      'Search this region; repeat the option for more (default: the configured region)',
      collect,
    )
    .option('--run-id <id>', 'Include only what this run left, also before it expires')
    .option('--older-than <age>', 'Include only what is older than this, also before it expires: 0s, 30m, 2h, 1d')
    .option('--apply', 'Remove what is found; without this option nothing is changed', false)
    .addOption(
      new Option('--format <format>', 'Write the list in this format').choices(['text', 'json']).default('text'),
    )
    .action(async (flags: SweepFlags) => {
      const { runSweep } = require('./run-sweep') as typeof import('./run-sweep');
      await runSweep(flags);
    });
}

const collect = (value: string, previous: string[] = []): string[] => [...previous, value];
