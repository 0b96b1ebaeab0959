import { closeSync, constants, createWriteStream, mkdirSync, openSync, rmSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { Problem } from '../../common/problem';
import { isIgnored } from './ignored-files';

/** Limits for an archive. AWS's answers take kilobytes, those of a class some hundred megabytes. */
export interface ZipLimits {
  entries: number;
  /** Total extracted size. */
  bytes: number;
  /** Extracted size of one file. */
  fileBytes: number;
}

export const submissionLimits: ZipLimits = { entries: 2_000, bytes: 64 * 1024 * 1024, fileBytes: 16 * 1024 * 1024 };

export const classLimits: ZipLimits = { entries: 100_000, bytes: 2 * 1024 ** 3, fileBytes: 64 * 1024 * 1024 };

/** The maximum compression ratio. Text compresses to about a tenth; a much higher ratio indicates a zip bomb. */
const mostRatio = 200;

/** The ratio is checked above this size only: small files can compress very well. */
const ratioMatters = 1024 * 1024;

const deepest = 32;

/** The maximum bytes of a path in an archive. With the private folder it stays within the 1024 of macOS. */
const longestPath = 800;

/** An entry that was not extracted, and why. */
export interface LeftOut {
  /** Its name in the archive. */
  name: string;
  reason: string;
}

/**
 * Extracts an archive into an empty private folder. Never writes outside of it, creates links or overwrites files.
 * Refused entries are skipped and reported, so that they affect one submission and not a class.
 *
 * @param name the name of the archive in messages
 * @throws Problem if it is no archive, or too large as a whole
 */
export async function extractZip(
  path: string,
  into: string,
  { name, limits }: { name: string; limits: ZipLimits },
): Promise<LeftOut[]> {
  const zip = await open(path, name);
  const leftOut: LeftOut[] = [];
  const extraction = new Extraction(zip, into, limits, name);
  try {
    if (zip.entryCount > limits.entries) throw tooLarge(name, `${zip.entryCount} entries`);
    for await (const entry of zip.eachEntry()) {
      const shown = nameOf(entry);
      const reason = await extraction.take(entry, shown);
      if (reason !== undefined) leftOut.push({ name: shown, reason });
    }
  } catch (error) {
    if (error instanceof Problem || isOfTheDisk(error)) throw error;
    throw broken(name, error as Error);
  } finally {
    zip.close();
  }
  return leftOut;
}

async function open(path: string, name: string): Promise<ZipFile> {
  const { fromFdPromise } = require('yauzl') as typeof import('yauzl');
  let fd: number;
  try {
    // A link could point to another learner's work, and opening a pipe would block.
    fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    throw new Problem(
      `The archive ${name} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
      'Check that it is a file that you may read.',
      { cause: error },
    );
  }
  try {
    // Names are decoded here, so that an invalid name costs one entry and not the archive.
    return await fromFdPromise(fd, { autoClose: false, decodeStrings: false });
  } catch (error) {
    closeSync(fd);
    throw broken(name, error as Error);
  }
}

const nameOf = (entry: Entry): string => {
  const { getFileNameLowLevel } = require('yauzl') as typeof import('yauzl');
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
};

class Extraction {
  #bytes = 0;
  /** Existing paths, normalized so that names that are equal on any file system are equal here. */
  readonly #files = new Map<string, string>();
  readonly #folders = new Map<string, string>();

  constructor(
    private readonly zip: ZipFile,
    private readonly into: string,
    private readonly limits: ZipLimits,
    private readonly name: string,
  ) {}

  /** @returns why the entry was skipped */
  async take(entry: Entry, name: string): Promise<string | undefined> {
    const parts = name.split('/').filter((part, at, all) => part !== '' || at < all.length - 1);
    const fault = faultOfName(name, parts);
    if (fault === undefined && parts.some(isIgnored)) return undefined;
    const refused = fault ?? faultOf(entry, this.limits);
    if (refused !== undefined) return refused;
    const isFolder = name.endsWith('/');
    for (let depth = 1; depth < parts.length + (isFolder ? 1 : 0); depth++) {
      const folder = parts.slice(0, depth).join('/');
      const key = folded(folder);
      if (this.#files.has(key) || (this.#folders.get(key) ?? folder) !== folder) return twice;
      this.#folders.set(key, folder);
    }
    const path = join(this.into, ...parts);
    if (isFolder) {
      mkdirSync(path, { recursive: true, mode: 0o700 });
      return undefined;
    }
    const key = folded(parts.join('/'));
    if (this.#files.has(key) || this.#folders.has(key)) return twice;
    this.#files.set(key, name);
    this.#bytes += entry.uncompressedSize;
    if (this.#bytes > this.limits.bytes) throw tooLarge(this.name, `more than ${this.limits.bytes / 1024 ** 2} MB`);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    return this.#write(entry, path);
  }

  async #write(entry: Entry, path: string): Promise<string | undefined> {
    let sum = 0;
    const check = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        sum = crc32(chunk, sum);
        done(null, chunk);
      },
    });
    try {
      // The library limits the stream to the size that the entry states.
      const source = await this.zip.openReadStreamPromise(entry);
      await pipeline(source, check, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    } catch (error) {
      rmSync(path, { force: true });
      if (isOfTheDisk(error)) throw error;
      return `it is damaged (${(error as Error).message.slice(0, 120)})`;
    }
    if (sum !== entry.crc32) {
      rmSync(path);
      return 'it is damaged: its checksum is not that of its content';
    }
    const date = entry.getLastModDate();
    utimesSync(path, date, date);
    return undefined;
  }
}

const twice = 'another entry has the same name, or one that differs only in case or in the way an accent is written';

const folded = (path: string): string => path.normalize('NFKC').toLowerCase();

function faultOfName(name: string, parts: readonly string[]): string | undefined {
  const { validateFileName } = require('yauzl') as typeof import('yauzl');
  if (validateFileName(name) !== null || parts.some((part) => part === '..' || part === '.' || part === ''))
    return 'its path leads out of the archive';
  if (parts.length > deepest) return `it is more than ${deepest} folders deep`;
  if (/[\p{Cc}\p{Cs}\ufffd]/u.test(name)) return 'its name has characters that no file name has';
  if (Buffer.byteLength(name) > longestPath || parts.some((part) => Buffer.byteLength(part) > 255))
    return 'its name is too long';
  return undefined;
}

function faultOf(entry: Entry, { fileBytes }: ZipLimits): string | undefined {
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

const isOfTheDisk = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS', 'EMFILE', 'EIO'].includes((error as NodeJS.ErrnoException).code ?? '');

const tooLarge = (name: string, what: string): Problem =>
  new Problem(
    `The archive ${name} has ${what}, which is too much.`,
    'Take out what is no submission, or name a folder.',
  );

const broken = (name: string, error: Error): Problem =>
  new Problem(
    `${name} is not a zip archive that can be read: ${error.message.slice(0, 200)}.`,
    'Make the archive again, or hand in the folder or the file itself.',
    { cause: error },
  );
