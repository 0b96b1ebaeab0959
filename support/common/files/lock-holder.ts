/**
 * Who holds a lock, and whether that process still lives.
 *
 * A process is known by its id together with when it started (Linux: field 22 of /proc/PID/stat), since ids are used
 * again. An id means something only under the same kernel, named by its boot id, and in the same PID namespace: every
 * container has a process 1.
 */
import * as fs from 'node:fs';
import { hostname } from 'node:os';
import { performance } from 'node:perf_hooks';
import * as v from 'valibot';
import { plainText } from '../text/plain-text';

const holder = v.object({
  format: v.literal('cognito-lab/lock/v1'),
  token: v.pipe(v.string(), v.uuid()),
  pid: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Of the process; absent where the system does not tell. */
  started: v.optional(v.string()),
  host: v.string(),
  /** Boot id and PID namespace: where `pid` means something. */
  scope: v.string(),
  since: v.pipe(v.string(), v.isoTimestamp()),
});

export type Holder = v.InferOutput<typeof holder>;

/** This process, as the holder of a lock from now on. */
export function thisProcess(token: string): Holder {
  return {
    format: 'cognito-lab/lock/v1',
    token,
    pid: process.pid,
    started: startOf(process.pid),
    host: hostname(),
    scope: ownScope(),
    since: new Date().toISOString(),
  };
}

/** @returns undefined for what is no record of a holder: damaged, half-written, or of another program */
export function parseHolder(text: string): Holder | undefined {
  try {
    return v.parse(holder, JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** @returns undefined where it cannot be known from here: in another container, or on another machine */
export function isAlive({ pid, started, scope }: Holder): boolean | undefined {
  if (scope !== ownScope()) return undefined;
  const present = startOf(pid);
  if (present !== undefined && started !== undefined) return present === started;
  try {
    // A zombie can be signalled, but has no start that `startOf` gives.
    return process.kill(pid, 0) && !(process.platform === 'linux' && present === undefined && started !== undefined);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** For a message. The record is a file that others may have written. */
export const nameOf = ({ pid, host, since }: Holder): string =>
  `process ${String(pid)} on ${plainText(host).replaceAll('\n', ' ').slice(0, 64)}, since ${since.slice(0, 19)}Z`;

/** When a living process started, in a form that only compares; undefined for a zombie, or where nobody tells. */
function startOf(pid: number): string | undefined {
  const stat = readText(`/proc/${String(pid)}/stat`);
  // The program's name, in parentheses, may hold blanks and parentheses itself.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields) return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  return pid === process.pid ? String(performance.timeOrigin) : undefined;
}

function ownScope(): string {
  const bootId = readText('/proc/sys/kernel/random/boot_id')?.trim();
  return bootId === undefined ? hostname() : `${bootId} ${readLink('/proc/self/ns/pid') ?? hostname()}`;
}

const readText = (path: string): string | undefined => unlessItThrows(() => fs.readFileSync(path, 'utf8'));
const readLink = (path: string): string | undefined => unlessItThrows(() => fs.readlinkSync(path));

function unlessItThrows(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
