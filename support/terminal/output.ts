/**
 * The one way to the standard streams. Texts by others are in most of what is written: no line of it is a command to a
 * CI runner, and on standard error, where nothing of ours is coloured, no character acts on the terminal.
 */
import { ExitCode } from '../common/exit-code';
import { inertInLogs } from '../common/text/inert-in-logs';
import { plainText } from '../common/text/plain-text';
import { shorten } from '../common/text/shorten';

/** Writes a report to standard output, as it is. */
export const writeReport = (text: string): void => void process.stdout.write(inertInLogs(text));

/** Writes a message to standard error, and a line feed. */
export const writeMessage = (text: string): void =>
  void process.stderr.write(`${inertInLogs(plainText(shorten(text, 65_536)))}\n`);

/**
 * Has what cannot be written end in exit code 2, whatever the run came to, and stop nothing midway. A reader that
 * closes the pipe (EPIPE) has what it wanted: the exit code stays that of the run.
 *
 * @param onFailure for standard output, of which standard error can still tell
 */
export function watchStreams(onFailure: (error: NodeJS.ErrnoException) => void): void {
  const failed = new Set<NodeJS.WriteStream>();
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE' || failed.has(stream)) return;
      failed.add(stream);
      if (stream === process.stdout) onFailure(error);
    });
  // The command sets its own exit code, which may be later.
  process.on('exit', () => {
    if (failed.size > 0) process.exitCode = ExitCode.error;
  });
}
