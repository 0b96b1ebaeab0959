import { debugChannel } from '../common/debug-channel';
import { Problem } from '../common/problem';
import { shorten } from '../common/text/shorten';
import { writeMessage } from './output';

/** Prints an error to standard error: a Problem with its message and remedy, a bug with its stack, for a bug report. */
export function printError(error: unknown): void {
  if (debugChannel.hasSubscribers) {
    const { causesOf } = require('./debug') as typeof import('./debug');
    writeMessage(causesOf(error));
  }
  if (error instanceof Problem) {
    writeMessage(`cognito-lab: ${error.message}${error.remedy ? `\n${error.remedy}` : ''}`);
    return;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  writeMessage(
    `cognito-lab: this is a bug of cognito-lab. Please report it with these lines:\n${shorten(stack, 8192)}`,
  );
}
