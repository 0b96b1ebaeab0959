/**
 * The only access to the standard streams. Output contains untrusted text: no line may be a command to a CI runner,
 * and on standard error, which has no colours, no character may control the terminal.
 */
import { ExitCode } from '../common/exit-code';
import { inertInLogs } from '../common/text/inert-in-logs';
import { plainText } from '../common/text/plain-text';
import { shorten } from '../common/text/shorten';

/** Writes a report to standard output, unchanged. */
export const writeReport = (text: string): void => void process.stdout.write(inertInLogs(text));

/** Writes a message and a line feed to standard error. */
export const writeMessage = (text: string): void =>
  void process.stderr.write(`${inertInLogs(plainText(shorten(text, 65_536)))}\n`);

/**
 * Handles write errors: the program continues, and ends in exit code 2. Ignores EPIPE: the reader closed the pipe,
 * and the exit code stays that of the run.
 *
 * @param onFailure called for standard output, to report the error on standard error
 */
export function watchStreams(onFailure: (error: NodeJS.ErrnoException) => void): void {
  const failed = new Set<NodeJS.WriteStream>();
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE' || failed.has(stream)) return;
      failed.add(stream);
      if (stream === process.stdout) onFailure(error);
    });
  // The command may set its own exit code later.
  process.on('exit', () => {
    if (failed.size > 0) process.exitCode = ExitCode.error;
  });
}
