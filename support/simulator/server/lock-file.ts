import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Problem } from '../../common/problem';

/**
 * Keeps a second sandbox off a state file: each would write over what the other keeps. A lock whose process is gone,
 * or that bears this process's own id (the first process of every container has the same), is taken over.
 *
 * @returns what lets go of it
 * @throws Problem where a living process holds it, or where none can be made
 */
export function lock(path: string): () => void {
  const lockPath = `${path}.lock`;
  if (!take(lockPath)) {
    const holder = Number(readFileSync(lockPath, 'utf8').trim());
    if (holder !== process.pid && isAlive(holder))
      throw new Problem(
        `The state file ${path} is in use by another sandbox, process ${String(holder)}.`,
        `Stop that one, or name another file with --state. If no sandbox runs, delete ${lockPath}.`,
      );
    rmSync(lockPath, { force: true });
    take(lockPath);
  }
  return () => {
    rmSync(lockPath, { force: true });
  };
}

function take(lockPath: string): boolean {
  try {
    writeFileSync(lockPath, `${String(process.pid)}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new Problem(
      `The lock of the state file, ${lockPath}, cannot be written: ${(error as Error).message}.`,
      'Name a file with --state in a folder that you may write to.',
      { cause: error },
    );
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
