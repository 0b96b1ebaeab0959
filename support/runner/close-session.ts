import type { LabSession } from './session/lab-session';
import { ExitCode } from '../common/exit-code';
import { tell } from '../terminal/print-error';

/**
 * Ends a session. What could not be removed is said beside the report, and does not take its place.
 *
 * @returns whether nothing is left
 */
export async function leave(session: LabSession): Promise<boolean> {
  try {
    await session.close();
    return true;
  } catch (error) {
    tell(error);
    process.exitCode = ExitCode.couldNotLook;
    return false;
  }
}
