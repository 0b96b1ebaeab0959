import { Option, type Command } from 'commander';
import { labOption } from '../lab/lab-option';
import { shardOption } from '../merge/shard';
import { driftFormats } from './reports';
import type { DriftFlags } from './flags';

/** Adds `cognito-lab drift` to the program. */
export function declareDrift(program: Command): void {
  program
    .command('drift')
    .description('Compares a pool, read-only, with the lab and with its baseline')
    .option('--user-pool-id <id>', 'Compare this pool (default: LAB_USER_POOL_ID)')
    .addOption(labOption())
    .option('--baseline <file>', 'Compare the pool with its earlier state, as recorded in this file')
    .option('--update-baseline', 'Write the current state of the pool to the baseline file', false)
    .option('--waivers <file>', 'Allow the differences that this file lists, each with a reason and an expiry date')
    .option('--previous <file>', 'Read the previous JSON report, to show since when each difference exists')
    .option('--targets <file>', 'Compare the pools that this file lists, with their regions, roles and baselines')
    .addOption(shardOption('With --targets, compare only this part of the pools, such as 2/3'))
    .option('--tutorial', "Create the lab's pool, and compare the defaults of AWS with the recorded ones", false)
    .addOption(
      new Option('--format <format>', 'Write the report in this format').choices(driftFormats).default('pretty'),
    )
    .option('--output <file>', 'Write the report to this file instead of standard output; with --shard, to this folder')
    .action(async (flags: DriftFlags) => {
      const { drift } = require('./run-drift') as typeof import('./run-drift');
      await drift(flags);
    });
}
