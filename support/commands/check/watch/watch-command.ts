import type { Lab } from '../../../lab/lab-folder';
import type { ClassAgreement } from '../../../runner/session/lab-session';
import { writeMessage } from '../../../terminal/output';
import { openWatchedPool } from './watched-pool';
import { watchPool } from './watch-pool';

/** `check --watch`. @returns the exit code */
export async function watchCommand(
  userPoolId: string,
  lab: Lab,
  { tasks, agreement }: { tasks?: number[]; agreement: ClassAgreement },
): Promise<number> {
  const end = new AbortController();
  const pool = await openWatchedPool(userPoolId, lab, { tasks, agreement, signal: end.signal });
  try {
    if (pool.note !== undefined) writeMessage(pool.note);
    return await watchPool(pool, end);
  } finally {
    pool.close();
  }
}
