/** Errors of the operating system, in words. @see https://nodejs.org/api/errors.html#common-system-errors */
const words: Record<string, string> = {
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of its path is a file and not a folder',
  EISDIR: 'it is a folder',
  EEXIST: 'a file is in the place of a folder',
  EACCES: 'permission denied',
  EPERM: 'the operation is not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota on this disk is used up',
  EFBIG: 'it would be larger than the system lets a file be',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'it is a symbolic link',
  EMFILE: 'this process has too many files open',
  ENFILE: 'the system has too many files open',
  EBUSY: 'it is in use',
  EIO: 'the disk reports an error',
  ENXIO: 'it is a socket or a device',
  ENOMEM: 'there is not enough memory',
};

/**
 * The reason of a system error, with its code: `permission denied (EACCES)`.
 *
 * @returns undefined for any other error
 */
export function systemReason(error: unknown): string | undefined {
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === undefined) return undefined;
  if (code in words) return `${words[code]} (${code})`;
  return syscall === undefined ? undefined : code;
}
