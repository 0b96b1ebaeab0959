import { Option, type Command } from 'commander';
import { driftFormats } from './reports';
import type { DriftFlags } from './flags';

/** Adds `cognito-lab drift` to the program. */
export function declareDrift(program: Command): void {
  program
    .command('drift')
    .description('compares a pool with what the lab asks for, and with how it was: read-only')
    .option('--user-pool-id <id>', 'the pool; LAB_USER_POOL_ID where it is left out')
    .option('--baseline <file>', 'compare with the pool as it was when this was written')
    .option('--update-baseline', 'write the baseline: the pool is right as it is', false)
    .option('--waivers <file>', 'differences that are allowed, for a reason and for a time')
    .option('--previous <file>', 'the JSON report of last time, if there is one: tells since when')
    .option('--targets <file>', 'look at many pools: their ids, regions, roles and baselines')
    .option('--tutorial', 'make the lab afresh, and compare what AWS fills in with what it did', false)
    .addOption(new Option('--format <format>', 'of the report').choices(driftFormats).default('pretty'))
    .option('--output <file>', 'write the report to this file instead of standard output')
    .action(async (flags: DriftFlags) => {
      const { drift } = require('./run-drift') as typeof import('./run-drift');
      await drift(flags);
    });
}
