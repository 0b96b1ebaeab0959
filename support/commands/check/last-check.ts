/**
 * How pools stood when they were last checked, so that the next check can say what changed: ids of checks and their
 * states, and nothing else of a pool. A small file of the user's own, which nothing depends on.
 */
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { writeAtomic } from '../../common/files/atomic-write';
import { isAbsent } from '../../common/files/is-absent';
import { stateFolder } from '../../common/files/state-folder';
import { readJson } from '../../common/json/read-json';
import { Problem } from '../../common/problem';
import type { CheckStatus, LabResult } from '../../lab/result/result';
import { dateText, statusWords } from '../../reports/render/wording';
import { changesBetween, statusesOf } from './status-changes';

const schemaName = 'cognito-lab/last-checks/v1';

/** Pools that are remembered; the one that was not checked for the longest time is forgotten first. */
const mostPools = 100;

/** Bytes. A pool takes some 600 with the checks of the lab. */
const largest = 512 * 1024;

const status = v.picklist(['passed', 'failed', 'blocked', 'error', 'skipped'] satisfies CheckStatus[]);

const fileSchema = v.object({
  schema: v.literal(schemaName),
  pools: v.array(
    v.object({
      /** A hash of the id and the endpoint. */
      pool: v.string(),
      checkedAt: v.pipe(v.string(), v.isoTimestamp()),
      labHash: v.string(),
      checks: v.record(v.string(), status),
    }),
  ),
});

type Remembered = v.InferOutput<typeof fileSchema>;

/** The file; undefined where there is no place for it. */
export const lastChecksFile = (folder = stateFolder()): string | undefined =>
  folder === undefined ? undefined : join(folder, 'last-checks.json');

/**
 * Compares a result with the last one of the same pool by the same lab, and remembers it in its place.
 *
 * @returns what to tell the user; undefined for nothing
 */
export function compareWithLast(result: LabResult, file = lastChecksFile()): string | undefined {
  const { userPoolId, endpoint = '' } = result.target;
  if (file === undefined || userPoolId === undefined || isForeign(file)) return undefined;
  const now = statusesOf(result);
  if (Object.keys(now).length === 0) return undefined;
  const pool = createHash('sha256')
    .update(JSON.stringify([endpoint, userPoolId]))
    .digest('hex')
    .slice(0, 32);
  const { pools, note } = read(file);
  const last = pools.find((each) => each.pool === pool && each.labHash === result.labHash);
  const entry = { pool, checkedAt: result.finishedAt, labHash: result.labHash, checks: { ...last?.checks, ...now } };
  if (!write(file, [...pools.filter((each) => each.pool !== pool), entry].slice(-mostPools))) return undefined;
  return [note, last && changesText(last, now, result)].filter(Boolean).join('\n') || undefined;
}

function changesText(
  { checkedAt, checks }: Remembered['pools'][number],
  now: Record<string, CheckStatus>,
  { tasks }: LabResult,
): string {
  const changes = changesBetween(checks, now);
  const when = `the last check of this pool (${dateText(checkedAt)})`;
  if (changes.length === 0) return `Nothing changed since ${when}.`;
  const all = tasks.flatMap((task) => task.checks.map(({ id }) => ({ id, task: task.id })));
  return [
    `Changed since ${when}:`,
    ...changes.map(({ id, from, to }) => {
      const { task } = all.find((check) => check.id === id) ?? {};
      return `  Task ${task}, ${id}: ${statusWords[from]}, now ${statusWords[to]}`;
    }),
  ].join('\n');
}

/** A link or anything else that this program did not put there: it is neither followed nor replaced. */
function isForeign(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false })?.isFile() === false;
  } catch {
    return true;
  }
}

function read(file: string): { pools: Remembered['pools']; note?: string } {
  if (isAbsent(file)) return { pools: [] };
  try {
    const { success, output } = v.safeParse(fileSchema, readJson(file, { name: file, most: largest }));
    if (success) return { pools: output.pools };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
  return {
    pools: [],
    note: `What is known of earlier checks could not be read, and is begun anew: ${file}`,
  };
}

/** @returns whether it could: a home that cannot be written to is no reason to fail a check */
function write(file: string, pools: Remembered['pools']): boolean {
  try {
    mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
    writeAtomic(file, `${JSON.stringify({ schema: schemaName, pools } satisfies Remembered)}\n`, 0o600);
    return true;
  } catch {
    return false;
  }
}
