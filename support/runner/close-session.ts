import type { LabSession } from './session/lab-session';
import { ExitCode } from '../common/exit-code';
import { printError } from '../terminal/print-error';

/**
 * Closes a session. Prints to standard error what could not be removed.
 *
 * @returns whether everything was removed
 */
export async function closeSession(session: LabSession): Promise<boolean> {
  try {
    await session.close();
    return true;
  } catch (error) {
    printError(error);
    process.exitCode = ExitCode.error;
    return false;
  }
}
