/**
 * Files that are whole or absent: written beside their place under another name, flushed, and renamed into it.
 *
 * Own code, because write-file-atomic 7 and atomically 2 take a short write for a whole one: on a disk that is full
 * they leave half a file in place and report success (measured 2026-11). Node's writeFileSync writes on or throws.
 */
import * as fs from 'node:fs';
import path from 'node:path';
import { Problem } from '../problem';
import { systemReason } from './system-error';

/**
 * Asks early whether a report can be written to `file`, so that nobody waits for a run whose report has no place.
 *
 * @throws Problem that says what is in the way
 */
export function checkWritable(file: string): void {
  explaining(file, () => {
    const place = placeOf(file);
    if (place.isStream) return;
    // The separator asks for a folder: a file of that name may be writable too.
    fs.accessSync(path.dirname(place.path) + path.sep, fs.constants.W_OK);
    if (place.stats) fs.accessSync(place.path, fs.constants.W_OK);
  });
}

/**
 * Writes `text` to `file`, which is afterwards whole or as it was before. An existing file keeps its permissions,
 * as far as `mode` allows them, and a link its name. A pipe or a device, such as `/dev/stdout`, is written to as it is.
 *
 * @param text whole, or in pieces, of which only one is in memory at a time
 * @param mode the most permissions that it may have; 0o600 for what only its owner may read
 * @throws Problem that says what is in the way
 */
export function writeWhole(file: string, text: string | Iterable<string>, mode = 0o666): void {
  const pieces = typeof text === 'string' ? [text] : text;
  checkWritable(file);
  explaining(file, () => {
    const place = placeOf(file);
    if (place.isStream) writePieces(place.path, pieces, { flag: 'w' });
    else replace(place, pieces, mode);
  });
}

/** Node's writeFileSync writes on where a piece is taken only in part. */
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
  /** Of the file that is there already. */
  stats?: fs.Stats;
}

function placeOf(file: string): Place {
  const stats = fs.statSync(file, { throwIfNoEntry: false });
  if (stats?.isDirectory() || /(^|[\\/])$/.test(file))
    throw new Problem(`"${file}" is a folder.`, 'Name a file in it.');
  if (!stats) return { path: path.resolve(file), isStream: false };
  // A device must not be replaced by a file of its name.
  if (stats.isFIFO() || stats.isCharacterDevice()) return { path: file, isStream: true };
  if (!stats.isFile()) throw new Problem(`"${file}" is not a file that can be written.`, 'Name another file.');
  return { path: fs.realpathSync(file), isStream: false, stats };
}

function replace({ path: file, stats }: Place, pieces: Iterable<string>, mode: number): void {
  const folder = path.dirname(file);
  removeLeftovers(folder);
  const draft = path.join(folder, `.cognito-lab-${process.pid}.draft`);
  try {
    writePieces(draft, pieces, { flag: 'wx', mode, flush: true });
    if (stats) fs.chmodSync(draft, stats.mode & mode);
    if (stats && process.getuid?.() === 0) fs.chownSync(draft, stats.uid, stats.gid);
    fs.renameSync(draft, file);
  } catch (error) {
    fs.rmSync(draft, { force: true });
    throw error;
  }
}

/** Drafts of processes that were killed while they wrote. Tidying up never stands in the way of writing. */
function removeLeftovers(folder: string): void {
  try {
    for (const name of fs.readdirSync(folder)) {
      const [, pid] = /^\.cognito-lab-(\d+)\.draft$/.exec(name) ?? [];
      if (pid !== undefined && !isBusy(Number(pid))) fs.rmSync(path.join(folder, name), { force: true });
    }
  } catch {
    // Left for another time.
  }
}

/** A draft with this process's own number is another's too: in a container every run may have the same one. */
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

/** What is in the way of writing a file, in words; an error that is none of the system's as it is. */
export function unwritable(file: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  const reason = systemReason(error);
  if (code === undefined || reason === undefined) return error;
  // It is the folder that is missing: the file would be made.
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
