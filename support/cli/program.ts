import { Command } from 'commander';
import { version } from '../common/version';
import { declareCheck } from '../commands/check/declare-check';
import { declareDrift } from '../commands/drift/declare-drift';
import { declareGrade } from '../commands/grade/declare-grade';
import { declareSandbox } from '../commands/sandbox/declare-sandbox';
import { declareSnapshot } from '../commands/snapshot/declare-snapshot';
import { declareSweep } from '../commands/sweep/declare-sweep';

/** The commands and their options. What a command needs to work is loaded when it is called. */
export function program(): Command {
  const program = new Command('cognito-lab')
    .description('Checks the Amazon Cognito user pool lab, Tasks 2 to 8.')
    .version(version)
    .showHelpAfterError('Run it with --help to see what there is.')
    .addHelpText('after', '\nExit codes: 0 all is as it should be, 1 something is not, 2 it could not look.')
    .exitOverride();
  declareCheck(program);
  declareSnapshot(program);
  declareGrade(program);
  declareDrift(program);
  declareSandbox(program);
  declareSweep(program);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}
