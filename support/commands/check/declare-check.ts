import { Option, type Command } from 'commander';
import { hintLevels } from '../../lab/result/limit-hints';
import { labOption } from '../lab/lab-option';
import { formats } from '../../reports';
import type { CheckFlags } from './flags';

/** Adds `cognito-lab check` to the program. */
export function declareCheck(program: Command): void {
  program
    .command('check')
    .description('Checks every task: plays the learner on a simulated Cognito, or reads an existing pool')
    .addOption(
      new Option(
        '--target <target>',
        'Play the learner on the simulated Cognito (mock), or on the configured endpoint (aws)',
      )
        .choices(['mock', 'aws'])
        .default('mock')
        .env('LAB_TARGET'),
    )
    .addOption(labOption())
    .addOption(
      new Option('--user-pool-id <id>', 'Check this existing pool, which is only read').env('LAB_USER_POOL_ID'),
    )
    .option('--snapshot <path>', 'Check a saved pool: a snapshot file, or a folder of AWS CLI output')
    .option('--task <number>', 'Check only this task; repeat the option, or separate tasks with commas', collect)
    .addOption(
      new Option('--user-pool-name <name>', 'Require this name of the user pool (default: any name)').env(
        'LAB_USER_POOL_NAME',
      ),
    )
    .option('--solution <file>', 'Play the choices in this file instead of the model solution')
    .addOption(
      new Option(
        '--hints <level>',
        'Say only what is wrong (none), also what to do (hint), or also by which commands (fix)',
      ).choices(hintLevels),
    )
    .option('--watch', 'Keep checking the pool of --user-pool-id, and show each change until q or Ctrl-C')
    .option('--no-remember', 'Do not say what changed since the last check of the pool, and do not remember this one')
    .option('--dry-run', 'Print the calls that --target aws would make, and make none')
    .addOption(new Option('--format <format>', 'Write the report in this format').choices(formats).default('pretty'))
    .option('--output <file>', 'Write the report to this file instead of standard output')
    .action(async (_flags: CheckFlags, command: Command) => {
      const { check } = require('./run-check') as typeof import('./run-check');
      await check(command);
    });
}

const collect = (value: string, previous: string[] = []): string[] => [...previous, value];
