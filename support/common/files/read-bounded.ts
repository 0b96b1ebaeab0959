import * as fs from 'node:fs';
import path from 'node:path';
import { CouldNotLook } from '../could-not-look';
import { systemReason } from './system-error';

export interface Bounds {
  /** The name of the file in messages. */
  name: string;
  /** The maximum size in bytes. */
  most: number;
  /**
   * Whether `path` may contain symbolic links: yes for a path that the user named (the default), no within a
   * submission. Without links, `path` must come from `realpath`.
   */
  followLinks?: boolean;
  /** The remedy if the file cannot be read. */
  remedy?: string;
}

export interface BoundedFile {
  bytes: Buffer;
  /** Modification time in milliseconds, possibly outside the range of JavaScript's Date. */
  modified: number;
}

/**
 * Reads an untrusted file. The checks apply to the open file descriptor, which rules out a race between check and
 * use. Opening never blocks, and at most `most` bytes are read, whatever size the file reports.
 *
 * @throws CouldNotLook if the file is missing, not a regular file, too large, unreadable, or a link that is not
 *   allowed
 */
export function readBounded(file: string, { name, most, followLinks = true, remedy }: Bounds): BoundedFile {
  const refuse = (message: string, what: string, cause?: unknown): CouldNotLook =>
    new CouldNotLook(message, remedy ?? what, false, { cause });
  // Windows lacks both flags.
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
 * Whether no folder in the path of an open file is a link: O_NOFOLLOW covers only the last component. Linux reports
 * the path of an open descriptor. Other systems resolve the path again, which leaves a race.
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
