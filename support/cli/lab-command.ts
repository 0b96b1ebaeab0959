import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { isRegion, isUserPoolId, regionOfPoolId } from '../common/aws-names';
import { commandLine } from '../common/command-line';
import { Problem } from '../common/problem';
import { quote } from '../common/text/shorten';

/** What an argument without its option can be, and which option takes it; the first that a command has wins. */
const meant: readonly [option: string, is: (text: string) => boolean][] = [
  ['--user-pool-id', (text) => regionOfPoolId(text) !== undefined && isUserPoolId(text)],
  ['--region', isRegion],
  ['--run-id', (text) => /^[\da-f]{8}-[\da-f-]{27}$/.test(text)],
  ['--task', (text) => /^\d(,\d)*$/.test(text)],
  ['--port', (text) => /^\d{1,5}$/.test(text)],
  ['--snapshot', (text) => /[./\\]/.test(text) || existsSync(text)],
  ['--user-pool-id', isUserPoolId],
];

/** Longer ones are not repeated as a line to paste. */
const longest = 200;

/** A command of the program. One that takes options only says which option an argument belongs to. */
export class LabCommand extends Command {
  override createCommand(name?: string): LabCommand {
    return new LabCommand(name);
  }

  override error(...[message, options]: Parameters<Command['error']>): never {
    const [argument] = this.args;
    const code = options?.code ?? '';
    const isAboutIt = code === 'commander.excessArguments' || code === 'commander.missingMandatoryOptionValue';
    if (isAboutIt && argument !== undefined && this.parent !== null && this.registeredArguments.length === 0)
      throw this.#optionsOnly(argument);
    return super.error(message, options);
  }

  #optionsOnly(argument: string): Problem {
    const name = this.name();
    const option = meant.find(([long, is]) => this.options.some((each) => each.long === long) && is(argument))?.[0];
    return new Problem(
      `${quote(argument)} has no option before it, and ${name} takes options only.`,
      option !== undefined && argument.length <= longest
        ? `Write it so: ${commandLine(name, option, argument)}`
        : `See which options there are: ${commandLine(name, '--help')}`,
    );
  }
}
