import { closeSync, constants, createWriteStream, fstatSync, mkdirSync, openSync, rmSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { Problem } from '../../common/problem';
import { ArchiveShares } from './archive-shares';
import { faultOf, faultOfName, outside } from './entry-faults';
import { isIgnored } from './ignored-files';
import { growthMatters, mostGrowth, type ZipLimits } from './zip-limits';

/** An entry that was not extracted, or all of one owner, and why. */
export interface LeftOut {
  /** Its name in the archive. */
  name: string;
  reason: string;
}

export interface ZipOptions {
  /** The name of the archive in messages. */
  name: string;
  limits: ZipLimits;
  /** Whether a file of that name could be of use; others are not extracted. All by default. */
  isWanted?: (name: string) => boolean;
}

/** Entries with a path that leads out of the archive belong to nobody: so many are reported. */
const mostStrays = 20;

/**
 * Extracts an archive into an empty private folder. Never writes outside of it, creates links or overwrites files.
 * The first entry that is refused ends the extraction: in an archive with learners, of what is of the same learner.
 *
 * @returns what was refused
 * @throws Problem if it is no archive, or too large as a whole
 */
export async function extractZip(path: string, into: string, options: ZipOptions): Promise<LeftOut[]> {
  const { name } = options;
  const fd = open(path, name);
  try {
    const shares = await measure(fd, options);
    return await extract(fd, into, shares, options);
  } catch (error) {
    if (error instanceof Problem || isOfTheDisk(error)) throw error;
    throw broken(name, error as Error);
  } finally {
    closeSync(fd);
  }
}

function open(path: string, name: string): number {
  try {
    // A link could point to another learner's work, and opening a pipe would block.
    return openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    throw new Problem(
      `The archive ${name} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
      'Check that it is a file that you may read.',
      { cause: error },
    );
  }
}

/** Reads the directory of the archive once before anything is extracted, so that what is too large costs no disk. */
async function measure(fd: number, options: ZipOptions): Promise<ArchiveShares> {
  const { name, limits } = options;
  const zip = await read(fd);
  // Of one learner's entries in a class, the directory is read to its end, so that only that learner is refused.
  const most = limits.learner ? 10 * limits.entries : limits.entries;
  if (zip.entryCount > most) throw tooLarge(name, `${zip.entryCount} entries`);
  const shares = new ArchiveShares();
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    const { parts, fault, isSkipped } = look(entry, options);
    if (fault !== undefined || isSkipped) continue;
    shares.add(parts, entry.uncompressedSize);
    bytes += entry.uncompressedSize;
  }
  if (limits.learner) return shares;
  if (bytes > limits.bytes) throw tooLarge(name, `more than ${limits.bytes / 1024 ** 2} MB`);
  if (bytes > growthMatters && bytes > mostGrowth * fstatSync(fd).size)
    throw tooLarge(name, `more than ${mostGrowth} times its own size in it`);
  return shares;
}

async function extract(fd: number, into: string, shares: ArchiveShares, options: ZipOptions): Promise<LeftOut[]> {
  const { limits } = options;
  const tooMuch = shares.tooLarge(limits);
  const ended = new Set(tooMuch.keys());
  const leftOut = [...tooMuch].map(([name, reason]) => ({ name, reason }));
  let strays = 0;
  const zip = await read(fd);
  const extraction = new Extraction(zip, into);
  for await (const entry of zip.eachEntry()) {
    const { name, parts, fault, isSkipped } = look(entry, options);
    const owner = limits.learner ? shares.ownerOf(parts) : '';
    if (isSkipped || ended.has(owner)) continue;
    const reason = fault ?? (await extraction.take(entry, name, parts));
    if (reason === undefined) continue;
    if (!limits.learner) return [{ name, reason }];
    if (reason !== outside) ended.add(owner);
    else if (++strays > mostStrays) continue;
    leftOut.push({ name, reason });
  }
  return leftOut;
}

/** Names are decoded here, so that an invalid name costs one entry and not the archive. */
function read(fd: number): Promise<ZipFile> {
  const { fromFdPromise } = require('yauzl') as typeof import('yauzl');
  return fromFdPromise(fd, { autoClose: false, decodeStrings: false });
}

interface Look {
  name: string;
  parts: string[];
  /** Why it cannot be extracted. */
  fault?: string;
  /** Nobody misses it. */
  isSkipped: boolean;
}

function look(entry: Entry, { limits, isWanted = () => true }: ZipOptions): Look {
  const { getFileNameLowLevel } = require('yauzl') as typeof import('yauzl');
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
  const parts = name.split('/').filter((part, at, all) => part !== '' || at < all.length - 1);
  const fault = faultOfName(name, parts);
  if (fault !== undefined) return { name, parts, fault, isSkipped: false };
  const isSkipped = parts.some(isIgnored) || (!name.endsWith('/') && !isWanted(name));
  return { name, parts, fault: faultOf(entry, limits), isSkipped };
}

class Extraction {
  /** Existing paths, normalized so that names that are equal on any file system are equal here. */
  readonly #files = new Set<string>();
  readonly #folders = new Map<string, string>();

  constructor(
    private readonly zip: ZipFile,
    private readonly into: string,
  ) {}

  /** @returns why the entry was refused */
  async take(entry: Entry, name: string, parts: readonly string[]): Promise<string | undefined> {
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
    this.#files.add(key);
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
    // A date that JavaScript does not have is none.
    if (!Number.isNaN(date.getTime())) utimesSync(path, date, date);
    return undefined;
  }
}

const twice = 'another entry has the same name, or one that differs only in case or in the way an accent is written';

const folded = (path: string): string => path.normalize('NFKC').toLowerCase();

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
