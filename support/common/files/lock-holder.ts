/**
 * The holder of a lock, and whether its process is alive.
 *
 * A process is identified by its id and its start time (Linux: field 22 of /proc/PID/stat), because ids are reused.
 * An id is valid only within one kernel, identified by its boot id, and one PID namespace: every container has a
 * process 1.
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
  /** Start time of the process; absent if the system does not report it. */
  started: v.optional(v.string()),
  host: v.string(),
  /** Boot id and PID namespace, in which `pid` is valid. */
  scope: v.string(),
  since: v.pipe(v.string(), v.isoTimestamp()),
});

export type Holder = v.InferOutput<typeof holder>;

/** This process, as the holder of a new lock. */
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

/** @returns undefined if it is not the record of a holder: damaged, half-written, or of another program */
export function parseHolder(text: string): Holder | undefined {
  try {
    return v.parse(holder, JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** @returns undefined if the process is invisible: in another container or on another machine */
export function isAlive({ pid, started, scope }: Holder): boolean | undefined {
  if (scope !== ownScope()) return undefined;
  const present = startOf(pid);
  if (present !== undefined && started !== undefined) return present === started;
  try {
    // A zombie can receive signals, but `startOf` returns no start time for it.
    return process.kill(pid, 0) && !(process.platform === 'linux' && present === undefined && started !== undefined);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Names the holder in a message. The record is an untrusted file. */
export const nameOf = ({ pid, host, since }: Holder): string =>
  `process ${String(pid)} on ${plainText(host).replaceAll('\n', ' ').slice(0, 64)}, since ${since.slice(0, 19)}Z`;

/**
 * The start time of a running process, to be compared only; undefined for a zombie, and if the system does not report
 * it.
 */
function startOf(pid: number): string | undefined {
  const stat = readText(`/proc/${String(pid)}/stat`);
  // The program's name, in parentheses, can contain blanks and parentheses.
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
