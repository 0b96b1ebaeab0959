import { Option, type Command } from 'commander';
import type { SnapshotFlags } from './run-snapshot';

/** Adds `cognito-lab snapshot` to the program. */
export function declareSnapshot(program: Command): void {
  program
    .command('snapshot')
    .description('a read-only, redacted picture of a pool, to hand in')
    .addOption(
      new Option('--user-pool-id <id>', 'the pool to take it of').env('LAB_USER_POOL_ID').makeOptionMandatory(),
    )
    .requiredOption('--output <file>', 'where to write it')
    .action(async (flags: SnapshotFlags) => {
      const { snapshot } = require('./run-snapshot') as typeof import('./run-snapshot');
      await snapshot(flags);
    });
}
