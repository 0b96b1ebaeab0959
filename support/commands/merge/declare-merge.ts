import type { Command } from 'commander';
import type { MergeFlags } from './run-merge';

/** Adds `cognito-lab merge` to the program. */
export function declareMerge(program: Command): void {
  program
    .command('merge')
    .description('Puts the parts of a class, or of a drift report, together that ran with --shard')
    .argument('<folders...>', 'The folders that all shards of one run wrote')
    .requiredOption('--output <folder>', 'Write what one run without --shard would have written to this folder')
    .option('--summary <file>', 'Also write a summary of the class, in Markdown, to this file')
    .action(async (folders: string[], flags: MergeFlags) => {
      const { merge } = require('./run-merge') as typeof import('./run-merge');
      await merge(folders, flags);
    });
}
