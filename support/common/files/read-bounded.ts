import * as fs from 'node:fs';
import path from 'node:path';
import { CouldNotLook } from '../could-not-look';
import { systemReason } from './system-error';

export interface Bounds {
  /** What to call the file in messages. */
  name: string;
  /** The most bytes that it may have. */
  most: number;
  /**
   * Whether a symbolic link may stand for the file or a folder on the way to it: yes for a path that the user named
   * (the default), no inside of what somebody else handed in. Without links, `path` is one that `realpath` gave.
   */
  followLinks?: boolean;
  /** What to do about a file that cannot be read. */
  remedy?: string;
}

export interface BoundedFile {
  bytes: Buffer;
  /** Of the last change, in milliseconds; JavaScript may have no date for it. */
  modified: number;
}

/**
 * Reads a file that others wrote. What is checked is what was opened, so that nothing can take its place between the
 * check and the reading; opening waits for nobody, and no more is read than `most`, however large a file says it is.
 *
 * @throws CouldNotLook for what is missing, no regular file, too large, a link where none may be, or not to be read
 */
export function readBounded(file: string, { name, most, followLinks = true, remedy }: Bounds): BoundedFile {
  const refuse = (message: string, what: string, cause?: unknown): CouldNotLook =>
    new CouldNotLook(message, remedy ?? what, false, { cause });
  // Windows has neither flag.
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = fs.constants;
  let fd: number | undefined;
  try {
    fd = fs.openSync(file, O_RDONLY | O_NONBLOCK | (followLinks ? 0 : O_NOFOLLOW));
    const stats = fs.fstatSync(fd);
    if (!stats.isFile())
      throw refuse(`${name} is not a file.`, 'Name the file itself, not a folder, a pipe or a device.');
    if (!followLinks && !isReachedWithoutLinks(fd, file, stats)) throw refuse(...isLink(name));
    const bytes = stats.size > most ? undefined : readAtMost(fd, most, stats.size);
    if (!bytes)
      throw refuse(
        `${name} is ${megabytes(Math.max(stats.size, most + 1))} MB; it may have ${megabytes(most)} MB at most.`,
        'Hand in what the AWS CLI or "cognito-lab snapshot" wrote, and nothing else.',
      );
    return { bytes, modified: stats.mtimeMs };
  } catch (error) {
    if (error instanceof CouldNotLook) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw refuse(`${name} is missing.`, `Add ${name}.`, error);
    if (code === 'ELOOP' && !followLinks) throw refuse(...isLink(name), error);
    const reason = systemReason(error);
    if (reason === undefined) throw error;
    throw refuse(`${name} cannot be read: ${reason}.`, 'Check that it is a file that you may read.', error);
  } finally {
    if (fd !== undefined) fs.closeSync(fd);
  }
}

const isLink = (name: string): [message: string, remedy: string] => [
  `${name} is a link, or is reached through one. Links are not followed.`,
  'Ask for the files themselves.',
];

/**
 * Whether no folder on the way to an open file is a link: O_NOFOLLOW speaks of the last part of a path only. Linux says
 * where the file that was opened is. Elsewhere the path is looked at again, which a swap at the right moment deceives.
 */
function isReachedWithoutLinks(fd: number, file: string, { dev, ino }: fs.Stats): boolean {
  const absolute = path.resolve(file);
  const opened = pathOf(fd);
  if (opened !== undefined) return opened === absolute;
  const now = fs.lstatSync(absolute, { throwIfNoEntry: false });
  return fs.realpathSync(absolute) === absolute && now?.dev === dev && now.ino === ino;
}

function pathOf(fd: number): string | undefined {
  try {
    return fs.readlinkSync(`/proc/self/fd/${fd}`);
  } catch {
    return undefined;
  }
}

/** @returns undefined where there is more than `most`, as in a file that grows, or one of /proc, which has no size */
function readAtMost(fd: number, most: number, expected: number): Buffer | undefined {
  let buffer = Buffer.alloc(Math.min(expected, most) + 1);
  let length = 0;
  for (;;) {
    const read = fs.readSync(fd, buffer, length, buffer.length - length, null);
    if (read === 0) return buffer.subarray(0, length);
    length += read;
    if (length > most) return undefined;
    if (length === buffer.length) buffer = Buffer.concat([buffer], Math.min(2 * length + 4096, most + 1));
  }
}

const megabytes = (bytes: number): string => {
  const mb = bytes / 1024 / 1024;
  return String(mb < 1 ? Math.ceil(mb * 100) / 100 : Math.ceil(mb));
};
