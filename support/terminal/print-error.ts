import { Problem } from '../common/problem';
import { plainText } from '../common/text/plain-text';

/**
 * Says on standard error what went wrong. A problem that is understood shows its message and what to do next; a bug
 * shows its stack, because nobody can do anything about it without one.
 */
export function printError(error: unknown): void {
  if (error instanceof Problem) {
    const remedy = error.remedy ? `\n${error.remedy}` : '';
    process.stderr.write(`cognito-lab: ${plainText(`${error.message}${remedy}`)}\n`);
    return;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `cognito-lab: this is a bug of cognito-lab. Please report it with these lines:\n${plainText(stack)}\n`,
  );
}
