import type { Command } from 'commander';
import { writeMessage, writeReport } from '../terminal/output';
import { version } from '../common/version';
import { declareCheck } from '../commands/check/declare-check';
import { declareLab } from '../commands/lab/declare-lab';
import { declareDrift } from '../commands/drift/declare-drift';
import { declareGrade } from '../commands/grade/declare-grade';
import { declareMerge } from '../commands/merge/declare-merge';
import { declareSandbox } from '../commands/sandbox/declare-sandbox';
import { declareSnapshot } from '../commands/snapshot/declare-snapshot';
import { declareSweep } from '../commands/sweep/declare-sweep';
import { LabCommand } from './lab-command';

/** Declares the commands and their options. The code of a command is loaded when it is called. */
export function program(): Command {
  const program = new LabCommand('cognito-lab')
    .description('Checks the Amazon Cognito user pool lab, Tasks 2 to 8.')
    .version(version, '-V, --version', 'Print the version')
    .helpOption('-h, --help', 'Show this help')
    .helpCommand('help [command]', 'Show the help of a command')
    .showHelpAfterError('Run it with --help to see the commands and options.')
    .addHelpText('after', '\nExit codes: 0 success, 1 a check failed or a pool differs, 2 error: no verdict.')
    // Commander repeats arguments unescaped.
    .configureOutput({ writeOut: writeReport, writeErr: (text) => writeMessage(text.trimEnd()) })
    .exitOverride();
  declareCheck(program);
  declareSnapshot(program);
  declareGrade(program);
  declareMerge(program);
  declareDrift(program);
  declareSandbox(program);
  declareLab(program);
  declareSweep(program);
  for (const command of program.commands) command.copyInheritedSettings(program);
  withDebug(program);
  return program;
}

/**
 * Refuses `help` for an unknown command. Commander alone would print the general help as an error.
 *
 * @throws CommanderError
 */
export function checkHelp(program: Command, [first, command]: string[]): void {
  if (first !== 'help' || command === undefined || command === 'help' || command.startsWith('-')) return;
  if (!program.commands.some((each) => each.name() === command)) program.error(`error: unknown command '${command}'`);
}

/** Adds `--debug` to every command. main() searches the arguments for it before they are parsed. */
function withDebug(command: Command): void {
  command.option('--debug', 'Print settings, calls and causes of errors on standard error, without secrets');
  command.commands.forEach(withDebug);
}
