import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { readBounded } from '../../common/files/read-bounded';
import { unwritable, writeAtomic } from '../../common/files/atomic-write';
import { digestOf } from '../../common/json/digest';
import { parseJson } from '../../common/json/parse-json';
import { Problem } from '../../common/problem';
import { decode } from '../../common/text/decode';
import { version } from '../../common/version';
import { mostShards, type Shard } from './shard';

export const SHARD_SCHEMA = 'cognito-lab/shard/v1';

const manifestName = 'shard.json';

/** For the 10,000 learners of one part some megabytes; a string of V8's ends at 512 MB. */
const mostBytes = 256 * 1024 * 1024;
const mostValues = 50_000_000;

const number = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostShards));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const shardSchema = v.variant('finished', [
  v.object({ schema: v.literal(SHARD_SCHEMA), finished: v.literal(false), index: number, count: number }),
  v.object({
    schema: v.literal(SHARD_SCHEMA),
    finished: v.literal(true),
    command: v.picklist(['grade', 'drift']),
    index: number,
    count: number,
    version: v.string(),
    /** Of what must be the same in all shards of one run. */
    digests: v.object({ roster: v.string(), lab: v.string(), rubric: v.string(), options: v.string() }),
    /** How many learners or pools all shards have together. */
    of: count,
    /** Which of them this one has, by their places from 0. */
    places: v.array(count),
    /** What is needed to put the parts together; see the command. */
    facts: v.record(v.string(), v.unknown()),
    /** Of all else in here: it shows damage. */
    digest: v.string(),
  }),
]);

export type Manifest = Extract<v.InferOutput<typeof shardSchema>, { finished: true }>;

/** Says in the output that a part of a run is under way, so that what is left of it is not taken for the part. */
export function beginShard(folder: string, { index, count }: Shard): void {
  write(folder, { schema: SHARD_SCHEMA, finished: false, index, count });
}

/** @throws Problem where it cannot be written */
export function finishShard(
  folder: string,
  { index, count }: Shard,
  rest: Omit<Manifest, 'schema' | 'finished' | 'index' | 'count' | 'version' | 'digest'>,
): void {
  const manifest = { schema: SHARD_SCHEMA, finished: true, index, count, version, ...rest };
  write(folder, { ...manifest, digest: contentDigest(manifest) });
}

/** The results of a whole run are no part of one, whatever was in the folder before. */
export function removeManifest(folder: string): void {
  try {
    rmSync(join(folder, manifestName), { force: true });
  } catch (error) {
    throw unwritable(join(folder, manifestName), error);
  }
}

/** As it is after it was read again: what JSON has no form for is left out. */
const contentDigest = (manifest: object): string =>
  digestOf(JSON.parse(JSON.stringify(manifest)) as Record<string, unknown>);

const write = (folder: string, manifest: object): void =>
  writeAtomic(join(folder, manifestName), `${JSON.stringify(manifest)}\n`, 0o600);

/** @throws Problem for a folder that no finished shard wrote */
export function readManifest(folder: string): Manifest {
  const path = join(folder, manifestName);
  const remedy = 'Name the folders that "grade" or "drift" wrote with --shard.';
  if (!existsSync(path))
    throw new Problem(`${folder} is not the folder of a shard: it has no ${manifestName}.`, remedy);
  const { bytes } = readBounded(path, { name: path, most: mostBytes, remedy });
  const value = parseJson(decode(bytes), path, { values: mostValues, remedy });
  const { success, output } = v.safeParse(shardSchema, value);
  if (!success) throw new Problem(`${path} is not the manifest of a shard.`, remedy);
  if (!output.finished)
    throw new Problem(
      `The shard ${output.index}/${output.count} in ${folder} is unfinished.`,
      'Run it again, "grade" with --resume, and merge when it has ended.',
    );
  if (output.digest !== contentDigest(output))
    throw new Problem(`${path} is damaged: its digest is another.`, 'Copy the folder again, or run the shard again.');
  return output;
}
