import { join } from 'node:path';
import * as v from 'valibot';
import type { Lab } from '../../lab/lab-folder';
import { environment } from '../../common/environment';
import { digestOf } from '../../common/json/digest';
import { placesOfShard, quotaGroups } from '../merge/divide';
import { finishShard } from '../merge/manifest';
import type { Shard } from '../merge/shard';
import { driftLabSchema, driftSchema, type Drift, type PoolDrift, type Waiver } from './drift-result';
import { placedChecks } from './placed-checks';
import { driftFormats, type DriftFormat } from './reports';
import type { WatchedPool } from './targets-file';

/** The name of the report in the folder of a shard, and in that of all of them merged. */
export const reportNames: Record<DriftFormat, string> = {
  pretty: 'drift.txt',
  json: 'drift.json',
  junit: 'drift.xml',
  markdown: 'drift.md',
  sarif: 'drift.sarif',
};

/** The places of the targets that a shard checks: no two shards read pools by the same quotas. */
export function targetsOf(shard: Shard, targets: readonly WatchedPool[]): number[] {
  const groupOf = quotaGroups(targets);
  return placesOfShard(
    shard,
    targets.map((target) => ({ id: target.pool, group: groupOf(target) })),
  );
}

/** What is the same for all shards of one run. */
export interface DriftTerms {
  targets: readonly WatchedPool[];
  waivers: readonly Waiver[];
  previous?: Drift;
  updateBaseline: boolean;
  format: DriftFormat;
  lab: Lab;
}

/** Keeps with a shard what merge needs to report on all pools. */
export function finishDriftShard(
  shard: Shard,
  folder: string,
  { targets, waivers, previous, updateBaseline, format, lab }: DriftTerms,
  { places, pools, now }: { places: number[]; pools: PoolDrift[]; now: string },
): void {
  finishShard(folder, shard, {
    command: 'drift',
    digests: {
      roster: digestOf({ targets }),
      lab: digestOf({ ...lab.identity }),
      rubric: digestOf({}),
      options: digestOf({
        waivers,
        previous: previous ?? null,
        updateBaseline,
        format,
        userPoolName: environment().userPoolName ?? null,
      }),
    },
    of: targets.length,
    places,
    facts: { lab: lab.identity, checks: placedChecks(lab), pools, waivers, format, now },
  });
}

/** What {@link finishDriftShard} keeps. */
export const driftFactsSchema = v.object({
  lab: driftLabSchema,
  checks: v.array(v.looseObject({ id: v.string(), place: v.string() })),
  pools: driftSchema.entries.pools,
  waivers: v.array(v.omit(driftSchema.entries.waivers.item, ['state'])),
  format: v.picklist(driftFormats),
  now: v.string(),
});

/** The file of the report of a shard, or of all of them. */
export const reportIn = (folder: string, format: DriftFormat): string => join(folder, reportNames[format]);
