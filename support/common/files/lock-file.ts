/**
 * A lock file: only one process at a time holds it.
 *
 * Guarantees:
 * - Exactly one of any number of processes gets the lock, also when it replaces a stale one. A lock is created by
 *   `link`, which fails if the name exists. To replace a stale lock, a process first creates the only possible claim
 *   on it (again by `link`, named after the stale lock's token), reads the lock again to check that it is unchanged,
 *   and then renames its own lock over it. The claim of a dead process is replaced in the same way.
 * - A lock does not outlive its process. In the same container (or on the same machine without containers), the
 *   process id and start time show whether the holder is alive. The processes of another container or machine are
 *   invisible: there, a lock is stale after one minute without a heartbeat, by the file system's clock. A holder
 *   sends a heartbeat every five seconds.
 * - Symbolic links are not followed, and a file that is not a lock is not removed.
 *
 * Not guaranteed: between containers or machines, a holder that is suspended or blocked for more than a minute can
 * lose its lock. Call `isHeld` before each write. A shared file system must make `link` and `rename` atomic, as local
 * disks, bind mounts and NFS do.
 */
import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { Problem } from '../problem';
import { isAlive, nameOf, parseHolder, thisProcess, type Holder } from './lock-holder';
import { unwritable } from './atomic-write';

/** Milliseconds between two heartbeats. */
const heartbeat = 5_000;

/** Milliseconds without a heartbeat after which a lock is stale, if its process is invisible. */
const silence = 60_000;

/** Bytes; more than any holder's record. */
const largest = 4096;

export interface Lock {
  /** Whether this process still holds the lock: it was neither removed nor replaced. */
  isHeld(): boolean;
  /** Releases the lock. The end of the process also releases it. */
  release(): void;
}

/**
 * Acquires the lock at `lockPath`, in an existing folder.
 *
 * @param subject what the lock protects, as the start of a sentence: `The state file "/x/state.json"`
 * @param alternative what to do instead of waiting, as an imperative: `name another file with --state`
 * @throws Problem that names the holder, if another process has the lock; and if the lock cannot be written
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

/** The content of a lock or a claim. */
interface Found {
  /** Undefined if the record is damaged. */
  holder: Holder | undefined;
  /** Identifies this lock among all earlier and later ones at the same path. */
  token: string;
  isStale: boolean;
}

/** @returns the current holder, or undefined once this process holds the lock */
function contend(lockPath: string, draft: string): Found | undefined {
  // A lock can be released or replaced between any two steps; start again then.
  for (;;) {
    if (link(draft, lockPath)) return undefined;
    const lock = find(lockPath, draft);
    if (!lock) continue;
    const rival = lock.isStale ? replace(lock, lockPath, draft) : lock;
    if (rival !== 'changed') return rival;
  }
}

/** Replaces a stale lock by the draft, unless the lock has changed or another process is replacing it. */
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

/** Links the draft to a further name, if that name is free. */
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

/** @throws Problem if the file is not a lock */
function find(place: string, draft: string): Found | undefined {
  const file = open(place);
  if (!file) return undefined;
  const { text, stats } = file;
  const holder = parseHolder(text);
  // Half-written, or of version 0.1.0, which wrote only its process id.
  if (!holder && !/^(\d+\s*|\{"format":"cognito-lab.*)?$/s.test(text)) throw notALock(place);
  const token = holder?.token ?? `${String(stats.ino)}-${String(Math.trunc(stats.mtimeMs))}`;
  const isSilent = () => fs.statSync(draft).mtimeMs - stats.mtimeMs > silence;
  const isLiving = holder && isAlive(holder);
  return { holder, token, isStale: isLiving === undefined ? isSilent() : !isLiving };
}

/** @returns undefined if there is no file */
function open(place: string): { text: string; stats: fs.Stats } | undefined {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = fs.constants;
  let fd: number;
  try {
    // Windows lacks both flags.
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
      // The disk is full or missing; the next heartbeat may succeed.
    }
  }, heartbeat).unref();
  const release = () => {
    process.off('exit', release);
    clearInterval(timer);
    try {
      if (isHeld()) fs.rmSync(lockPath, { force: true });
      fs.closeSync(fd);
    } catch {
      // The folder is gone, or the lock was already released.
    }
  };
  process.once('exit', release);
  return { isHeld, release };
}

/** Removes drafts and claims of killed processes. Claims on a stale lock are void once this process holds the lock. */
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
      (isSeen ? '' : ` If it was killed, the lock ${lockPath} expires one minute after its last heartbeat.`),
  );
}

const notALock = (place: string): Problem =>
  new Problem(`"${place}" is in the place of a lock, and is something else.`, 'Move it away, and try again.');

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';
