import { Option, type Command } from 'commander';
import { formats } from '../../reports';
import type { CheckFlags } from './flags';

/** Adds `cognito-lab check` to the program. */
export function declareCheck(program: Command): void {
  program
    .command('check')
    .description('checks every task: plays the learner on a simulated Cognito, or looks at a pool')
    .addOption(
      new Option('--target <target>', 'where to play the learner: simulated, or on the configured endpoint')
        .choices(['mock', 'aws'])
        .default('mock')
        .env('LAB_TARGET'),
    )
    .addOption(new Option('--user-pool-id <id>', 'look at a pool that exists, read-only').env('LAB_USER_POOL_ID'))
    .option('--snapshot <path>', 'look at a saved pool: a snapshot file, or a folder of AWS CLI output')
    .option('--task <number>', 'check this task only; may be given several times', collect)
    .addOption(
      new Option('--user-pool-name <name>', 'the name that the class agreed on; without it any name is right').env(
        'LAB_USER_POOL_NAME',
      ),
    )
    .option('--solution <file>', "play this learner's choices instead of the model solution's")
    .option('--dry-run', 'with --target aws: print the calls that it would make, and make none')
    .addOption(new Option('--format <format>', 'of the report').choices(formats).default('pretty'))
    .option('--output <file>', 'write the report to this file instead of standard output')
    .action(async (_flags: CheckFlags, command: Command) => {
      const { check } = require('./run-check') as typeof import('./run-check');
      await check(command);
    });
}

const collect = (value: string, previous: string[] = []): string[] => [...previous, value];
