/**
 * Atomic file writes: a file is written under a temporary name beside its destination, flushed, and renamed.
 *
 * Our own code, because write-file-atomic 7 and atomically 2 treat a short write as complete: on a full disk they
 * leave a truncated file in place and report success (measured 2026-11). Node's writeFileSync continues or throws.
 */
import * as fs from 'node:fs';
import path from 'node:path';
import { Problem } from '../problem';
import { systemReason } from './system-error';

/**
 * Checks before a run whether a report can be written to `file`.
 *
 * @throws Problem that says why not
 */
export function checkWritable(file: string): void {
  explaining(file, () => {
    const place = placeOf(file);
    if (place.isStream) return;
    // A trailing separator requires a folder, even where a file of that name is writable.
    fs.accessSync(path.dirname(place.path) + path.sep, fs.constants.W_OK);
    if (place.stats) fs.accessSync(place.path, fs.constants.W_OK);
  });
}

/**
 * Writes `text` to `file` atomically: afterwards the file is complete, or unchanged. An existing file keeps its
 * permissions, as far as `mode` allows, and a symbolic link stays one. Pipes and devices, such as `/dev/stdout`, are
 * written directly.
 *
 * @param text the whole text, or pieces of which only one is in memory at a time
 * @param mode the maximum permissions; 0o600 for files that only their owner may read
 * @throws Problem that says why the file cannot be written
 */
export function writeAtomic(file: string, text: string | Iterable<string>, mode = 0o777): void {
  const pieces = typeof text === 'string' ? [text] : text;
  checkWritable(file);
  explaining(file, () => {
    const place = placeOf(file);
    if (place.isStream) writePieces(place.path, pieces, { flag: 'w' });
    else replace(place, pieces, mode);
  });
}

/** Node's writeFileSync continues after a short write. */
function writePieces(
  file: string,
  pieces: Iterable<string>,
  { flag, mode, flush }: { flag: string; mode?: number; flush?: boolean },
): void {
  const fd = fs.openSync(file, flag, mode);
  try {
    for (const piece of pieces) fs.writeFileSync(fd, piece);
    if (flush) fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}

interface Place {
  path: string;
  isStream: boolean;
  /** The mode of the existing file. */
  stats?: fs.Stats;
}

function placeOf(file: string): Place {
  const stats = fs.statSync(file, { throwIfNoEntry: false });
  if (stats?.isDirectory() || /(^|[\\/])$/.test(file))
    throw new Problem(`"${file}" is a folder.`, 'Name a file in it.');
  if (!stats) return { path: path.resolve(file), isStream: false };
  // A rename would replace a device by a regular file.
  if (stats.isFIFO() || stats.isCharacterDevice()) return { path: file, isStream: true };
  if (!stats.isFile()) throw new Problem(`"${file}" is not a file that can be written.`, 'Name another file.');
  return { path: fs.realpathSync(file), isStream: false, stats };
}

function replace({ path: file, stats }: Place, pieces: Iterable<string>, mode: number): void {
  const folder = path.dirname(file);
  removeLeftovers(folder);
  const draft = path.join(folder, `.cognito-lab-${process.pid}.draft`);
  try {
    writePieces(draft, pieces, { flag: 'wx', mode: mode & 0o666, flush: true });
    if (stats) fs.chmodSync(draft, stats.mode & mode);
    if (stats && process.getuid?.() === 0) fs.chownSync(draft, stats.uid, stats.gid);
    fs.renameSync(draft, file);
  } catch (error) {
    fs.rmSync(draft, { force: true });
    throw error;
  }
}

/** Removes temporary files that killed processes left in a folder. Errors are ignored: the next write tries again. */
export function removeLeftovers(folder: string): void {
  try {
    for (const name of fs.readdirSync(folder)) {
      const [, pid] = /^\.cognito-lab-(\d+)\.draft$/.exec(name) ?? [];
      if (pid !== undefined && !isBusy(Number(pid))) fs.rmSync(path.join(folder, name), { force: true });
    }
  } catch {
    // See above.
  }
}

/**
 * Whether another process with this id is running. A temporary file with this process's own id is a leftover: in a
 * container, every run can have the same id.
 */
export function isBusy(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function explaining(file: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw unwritable(file, error);
  }
}

/** The reason why a file cannot be written; errors that are not from the file system are returned unchanged. */
export function unwritable(file: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  const reason = systemReason(error);
  if (code === undefined || reason === undefined) return error;
  // ENOENT means here that the folder is missing.
  const why = code === 'ENOENT' ? 'its folder does not exist' : reason.replace(` (${code})`, '');
  return new Problem(`"${file}" cannot be written: ${why}.`, remedies[code] ?? 'Name another file.', { cause: error });
}

const room = 'Make room, or name a file on another disk.';
const permission = 'Name a file that you may write, in a folder that you may write to.';

const remedies: Record<string, string> = {
  ENOENT: 'Make the folder, or name another file.',
  EEXIST: 'Name another folder, or move the file away.',
  EACCES: permission,
  EPERM: permission,
  EROFS: permission,
  ENOSPC: room,
  EDQUOT: room,
  EFBIG: 'Raise the limit (ulimit -f), or name a file on another disk.',
  EMFILE: 'Raise the limit of open files (ulimit -n) and run again.',
  ENFILE: 'Close other programs and run again.',
  ENAMETOOLONG: 'Choose a shorter name.',
};
