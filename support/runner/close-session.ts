import type { LabSession } from './session/lab-session';
import { ExitCode } from '../common/exit-code';
import { printError } from '../terminal/print-error';

/**
 * Closes a session. What could not be removed is printed to standard error, beside the report.
 *
 * @returns whether nothing is left
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
