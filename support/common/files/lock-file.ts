/**
 * One process at a time: a lock that is a file.
 *
 * What it promises:
 * - Of any number of processes one gets the lock, a stale one included. A lock is made by `link`, which fails where
 *   something is already. To take over a stale lock, a process first makes the only claim on it that there can be
 *   (again by `link`, named after the stale lock's token), reads again whether that lock is still in place, and only
 *   then renames its own over it. The claim of a process that died is claimed in the same way.
 * - It outlives no process, however that ended. In the same container (or on the same machine without containers)
 *   process id and start time tell at once. From another container or machine a process cannot be seen: there, a lock
 *   is stale after a minute without a sign of life, by the file system's clock; a holder gives one every five seconds.
 * - Symbolic links are not followed, and a file that is no lock is not removed.
 *
 * What it cannot promise: between containers or machines, a holder that stood still for more than a minute (suspended,
 * or busy without a pause) can lose its lock. `isHeld` tells; ask before each write. A shared file system has to make
 * `link` and `rename` atomic, as local disks, bind mounts and NFS do.
 */
import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { Problem } from '../problem';
import { isAlive, nameOf, parseHolder, thisProcess, type Holder } from './lock-holder';
import { unwritable } from './write-whole';

/** Milliseconds between two signs of life. */
const heartbeat = 5_000;

/** Milliseconds without a sign of life, after which a lock is stale whose process cannot be seen. */
const silence = 60_000;

/** Bytes; larger than any record of a holder. */
const largest = 4096;

export interface Lock {
  /** Whether it is still this process's: neither removed nor taken over. */
  isHeld(): boolean;
  /** Releases it; the end of the process does, too. */
  release(): void;
}

/**
 * Takes the lock at `lockPath`, in a folder that exists.
 *
 * @param subject what it protects, as the start of a sentence: `The state file "/x/state.json"`
 * @param alternative what else to do than to wait, as an imperative: `name another file with --state`
 * @throws Problem where another process has it, which it names, or where no lock can be written
 */
export function takeLock(lockPath: string, subject: string, alternative: string): Lock {
  const record = JSON.stringify(thisProcess(randomUUID()));
  const draft = `${lockPath}.${parseHolder(record)!.token}`;
  try {
    fs.writeFileSync(draft, record, { flag: 'wx' });
    const rival = contend(lockPath, draft);
    if (rival) throw inUse(lockPath, rival, subject, alternative);
    removeLeftovers(lockPath, draft);
    return hold(lockPath, record);
  } catch (error) {
    throw unwritable(lockPath, error);
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** What is in a lock's or a claim's place. */
interface Found {
  /** Undefined for a record that is damaged. */
  holder: Holder | undefined;
  /** This very lock's, and no other's that was or will be in its place. */
  token: string;
  isStale: boolean;
}

/** @returns whoever has the lock, or undefined once it is ours */
function contend(lockPath: string, draft: string): Found | undefined {
  // Between any two steps a lock can be released or taken over: begin again.
  for (;;) {
    if (link(draft, lockPath)) return undefined;
    const lock = find(lockPath, draft);
    if (!lock) continue;
    const rival = lock.isStale ? replace(lock, lockPath, draft) : lock;
    if (rival !== 'changed') return rival;
  }
}

/** Puts the draft in the place of a stale lock, unless that has changed, or another process is about to do the same. */
function replace(stale: Found, lockPath: string, draft: string): Found | undefined | 'changed' {
  const dead: string[] = [];
  let claim = claimOn(lockPath, stale);
  while (!link(draft, claim)) {
    const other = find(claim, draft);
    if (other && !other.isStale) return other;
    if (!other) continue;
    dead.push(claim);
    claim = claimOn(lockPath, other);
  }
  try {
    if (find(lockPath, draft)?.token !== stale.token) return 'changed';
    fs.renameSync(draft, lockPath);
    for (const each of dead) fs.rmSync(each, { force: true });
    return undefined;
  } finally {
    fs.rmSync(claim, { force: true });
  }
}

const claimOn = (lockPath: string, { token }: Found): string => `${lockPath}.after-${token}`;

/** Gives the draft a further name, unless there is something of that name. */
function link(draft: string, place: string): boolean {
  try {
    try {
      fs.linkSync(draft, place);
    } catch (error) {
      // A file system without hard links.
      if (!/^(EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK)$/.test(codeOf(error))) throw error;
      fs.copyFileSync(draft, place, fs.constants.COPYFILE_EXCL);
    }
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** @throws Problem for what is no lock */
function find(place: string, draft: string): Found | undefined {
  const file = open(place);
  if (!file) return undefined;
  const { text, stats } = file;
  const holder = parseHolder(text);
  // Half-written, or of version 0.1.0, which wrote its process id alone.
  if (!holder && !/^(\d+\s*|\{"format":"cognito-lab.*)?$/s.test(text)) throw notALock(place);
  const token = holder?.token ?? `${String(stats.ino)}-${String(Math.trunc(stats.mtimeMs))}`;
  const isSilent = () => fs.statSync(draft).mtimeMs - stats.mtimeMs > silence;
  const isLiving = holder && isAlive(holder);
  return { holder, token, isStale: isLiving === undefined ? isSilent() : !isLiving };
}

/** @returns undefined where nothing is */
function open(place: string): { text: string; stats: fs.Stats } | undefined {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = fs.constants;
  let fd: number;
  try {
    // Windows has neither flag.
    fd = fs.openSync(place, O_RDONLY | (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw codeOf(error) === 'ELOOP' ? notALock(place) : error;
  }
  try {
    const stats = fs.fstatSync(fd);
    if (!stats.isFile() || stats.size > largest) throw notALock(place);
    return { text: fs.readFileSync(fd, 'utf8'), stats };
  } finally {
    fs.closeSync(fd);
  }
}

function hold(lockPath: string, record: string): Lock {
  const fd = fs.openSync(lockPath, 'r+');
  const { ino, dev } = fs.fstatSync(fd);
  const isHeld = () => {
    const stats = fs.lstatSync(lockPath, { throwIfNoEntry: false });
    return stats?.ino === ino && stats.dev === dev;
  };
  const timer = setInterval(() => {
    try {
      fs.writeSync(fd, record, 0);
    } catch {
      // A disk that is full or gone: the next sign of life may get through.
    }
  }, heartbeat).unref();
  const release = () => {
    process.off('exit', release);
    clearInterval(timer);
    try {
      if (isHeld()) fs.rmSync(lockPath, { force: true });
      fs.closeSync(fd);
    } catch {
      // The folder is gone, or this was released before.
    }
  };
  process.once('exit', release);
  return { isHeld, release };
}

/** Drafts and claims of processes that were killed. None of a stale lock's counts any more once we hold the lock. */
function removeLeftovers(lockPath: string, draft: string): void {
  const folder = path.dirname(lockPath);
  const now = fs.statSync(lockPath).mtimeMs;
  for (const name of fs.readdirSync(folder)) {
    const place = path.join(folder, name);
    if (!name.startsWith(`${path.basename(lockPath)}.`) || place === draft) continue;
    if (!/\.(after-)?[\da-f-]{10,}$/.test(name)) continue;
    const stats = fs.lstatSync(place, { throwIfNoEntry: false });
    if (stats?.isFile() && now - stats.mtimeMs > silence) fs.rmSync(place, { force: true });
  }
}

function inUse(lockPath: string, { holder }: Found, subject: string, alternative: string): Problem {
  const isSeen = holder && isAlive(holder);
  return new Problem(
    `${subject} is in use by ${holder ? nameOf(holder) : 'another process'}.`,
    `Wait until that one has ended${isSeen ? ` (or end it: kill ${String(holder.pid)})` : ''}, or ${alternative}.` +
      (isSeen ? '' : ` If it was killed, the lock ${lockPath} can be taken a minute after its last sign of life.`),
  );
}

const notALock = (place: string): Problem =>
  new Problem(`"${place}" is in the place of a lock, and is something else.`, 'Move it away, and try again.');

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';
