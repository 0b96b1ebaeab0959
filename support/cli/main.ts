import { CommanderError } from 'commander';
import { loadDotenv } from '../common/environment';
import { ExitCode } from '../common/exit-code';
import { printError } from '../terminal/print-error';
import { watchStreams, writeMessage } from '../terminal/output';
import { quote } from '../common/text/shorten';
import { checkHelp, program } from './program';

/**
 * Runs the command line program: parses the arguments, runs the command, and sets the exit code.
 *
 * @param argv as in `process.argv`
 */
export async function main(argv: string[]): Promise<void> {
  watchStreams((error) => {
    const { unwritable } = require('../common/files/atomic-write') as typeof import('../common/files/atomic-write');
    printError(unwritable('standard output', error));
  });
  try {
    const debug = argv.includes('--debug') ? startDebug() : undefined;
    const { ignored, isFolder, lab } = loadDotenv();
    if (isFolder)
      writeMessage('cognito-lab: .env is a folder, which sets nothing. Settings are read from a file .env.');
    if (ignored.length)
      writeMessage(
        `cognito-lab: .env may not set ${ignored.join(', ')}: it sets what .env.example lists. Set the rest in the environment.`,
      );
    debug?.environment();
    const cli = program();
    // The folder may be somebody else's, and so may what its lab asks for.
    if (lab !== undefined)
      cli.hook('preAction', (_, command) => {
        if (command.getOptionValueSource('lab') === 'env')
          writeMessage(`cognito-lab: .env names the lab: ${quote(lab)}. To use another, name it with --lab.`);
      });
    if (debug) cli.hook('preAction', (_, command) => debug.options(command));
    checkHelp(cli, argv.slice(2));
    await cli.parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has printed the error. Help and version are no errors.
      process.exitCode = error.exitCode === 0 ? ExitCode.success : ExitCode.error;
      return;
    }
    printError(error);
    process.exitCode = ExitCode.error;
  }
}

function startDebug(): import('../terminal/debug').Debug {
  const { Debug } = require('../terminal/debug') as typeof import('../terminal/debug');
  return new Debug();
}
