import { constants } from 'node:fs';
import type { Entry } from 'yauzl';
import type { ZipLimits } from './zip-limits';

/** The maximum compression ratio. Text compresses to about a tenth; a much higher ratio indicates a zip bomb. */
const mostRatio = 200;

/** The ratio is checked above this size only: small files can compress very well. */
const ratioMatters = 1024 * 1024;

const deepest = 32;

/** The maximum bytes of a path in an archive. With the private folder it stays within the 1024 of macOS. */
const longestPath = 800;

/** The fault of a path that leads out of the archive, which is nobody's. */
export const outside = 'its path leads out of the archive';

/** Whether a path leads out of the archive, or could on some system. @param parts of it, by the slashes */
const isOutside = (parts: readonly string[]): boolean => parts.some((part) => ['', '.', '..'].includes(part));

/** Why nothing of that name is extracted. @param parts of the name, by its slashes */
export function faultOfName(name: string, parts: readonly string[]): string | undefined {
  const { validateFileName } = require('yauzl') as typeof import('yauzl');
  if (validateFileName(name) !== null || isOutside(parts)) return outside;
  if (parts.length > deepest) return `it is more than ${deepest} folders deep`;
  if (/[\p{Cc}\p{Cs}\ufffd]/u.test(name)) return 'its name has characters that no file name has';
  if (Buffer.byteLength(name) > longestPath || parts.some((part) => Buffer.byteLength(part) > 255))
    return 'its name is too long';
  return undefined;
}

/** Why an entry is not extracted, whatever its name. */
export function faultOf(entry: Entry, { fileBytes }: Pick<ZipLimits, 'fileBytes'>): string | undefined {
  // The upper 16 bits are the Unix file mode.
  const kind = (entry.externalFileAttributes >>> 16) & constants.S_IFMT;
  if (kind === constants.S_IFLNK) return 'it is a link';
  if (kind !== 0 && kind !== constants.S_IFREG && kind !== constants.S_IFDIR) return 'it is no file';
  if (entry.isEncrypted()) return 'it is encrypted';
  if (!entry.canDecodeFileData()) return 'it is packed in a way that is not supported';
  if (entry.uncompressedSize > fileBytes) return `it has more than ${fileBytes / 1024 ** 2} MB`;
  if (entry.uncompressedSize > ratioMatters && entry.uncompressedSize > entry.compressedSize * mostRatio)
    return `it grows more than ${mostRatio}-fold when it is extracted`;
  return undefined;
}
