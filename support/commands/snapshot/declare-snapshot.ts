import { Option, type Command } from 'commander';
import { labOption } from '../lab/lab-option';
import type { SnapshotFlags } from './run-snapshot';

/** Adds `cognito-lab snapshot` to the program. */
export function declareSnapshot(program: Command): void {
  program
    .command('snapshot')
    .description('Saves a redacted copy of the settings of a pool, to hand in; the pool is only read')
    .addOption(
      new Option('--user-pool-id <id>', 'Save the settings of this pool').env('LAB_USER_POOL_ID').makeOptionMandatory(),
    )
    .addOption(labOption())
    .requiredOption('--output <file>', 'Write the snapshot to this file')
    .action(async (flags: SnapshotFlags) => {
      const { snapshot } = require('./run-snapshot') as typeof import('./run-snapshot');
      await snapshot(flags);
    });
}
