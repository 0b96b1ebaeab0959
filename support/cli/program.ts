import { Command } from 'commander';
import { version } from '../version';
import { addCheck } from './commands/check';
import { addDrift } from './commands/drift';
import { addGrade } from './commands/grade';
import { addSandbox } from './commands/sandbox';
import { addSnapshot } from './commands/snapshot';
import { addSweep } from './commands/sweep';

/** The commands and their options. What a command needs to work is loaded when it is called. */
export function program(): Command {
  const program = new Command('cognito-lab')
    .description('Checks the Amazon Cognito user pool lab, Tasks 2 to 8.')
    .version(version)
    .showHelpAfterError('Run it with --help to see what there is.')
    .addHelpText('after', '\nExit codes: 0 all is as it should be, 1 something is not, 2 it could not look.')
    .exitOverride();
  addCheck(program);
  addSnapshot(program);
  addGrade(program);
  addDrift(program);
  addSandbox(program);
  addSweep(program);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}
