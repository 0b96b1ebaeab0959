import { CommanderError } from 'commander';
import { loadDotenv } from '../common/environment';
import { ExitCode } from '../common/exit-code';
import { program } from './program';
import { printError } from '../terminal/print-error';

/**
 * The whole of the command line tool: reads the arguments, does what they say, and sets the exit code.
 *
 * @param argv as in `process.argv`
 */
export async function main(argv: string[]): Promise<void> {
  // Whoever reads our output may stop reading: that is no fault of ours to report.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    const { unwritable } = require('../common/files/write-whole') as typeof import('../common/files/write-whole');
    printError(unwritable('standard output', error));
    process.exitCode = ExitCode.error;
  });
  try {
    loadDotenv();
    await program().parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has said what is wrong; help and version are no errors.
      process.exitCode = error.exitCode === 0 ? ExitCode.success : ExitCode.error;
      return;
    }
    printError(error);
    process.exitCode = ExitCode.error;
  }
}
