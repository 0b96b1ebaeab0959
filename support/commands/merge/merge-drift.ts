import * as v from 'valibot';
import type { CatalogueCheck } from '../../lab/features/catalogue';
import { Problem } from '../../common/problem';
import { driftFactsSchema } from '../drift/drift-shard';
import type { PoolDrift } from '../drift/drift-result';
import { reportDrift } from '../drift/report-drift';
import { summarizeDrift } from '../drift/summarize-drift';
import type { ShardFolder } from './check-shards';
import type { MergeFlags } from './run-merge';

/**
 * Reads the shards of a drift report on many pools.
 *
 * @param shards all of one run, in order
 * @returns what writes the report on all of them and sets the exit code
 * @throws Problem for a shard that is not whole
 */
export function mergeDrift(shards: readonly ShardFolder[]): (flags: MergeFlags) => Promise<void> {
  const facts = shards.map(({ folder, manifest: { facts, places } }) => {
    // What the schema would return has its members in another order than the shard wrote them.
    if (v.is(driftFactsSchema, facts) && facts.pools.length === places.length) return { ...facts, places };
    throw new Problem(`The manifest of the shard in ${folder} is not whole.`, 'Run the shard again.');
  });
  const { waivers, format, lab, checks } = facts[0]!;
  const pools: PoolDrift[] = [];
  for (const { places, pools: own } of facts) places.forEach((place, at) => (pools[place] = own[at]!));
  // A waiver that expired while the shards ran waives nothing.
  const now = facts
    .map((each) => each.now)
    .sort()
    .at(-1)!;
  const found = summarizeDrift(pools, { about: 'pools', waivers, now, lab });
  return ({ output: folder }) =>
    Promise.resolve(reportDrift(found, { format, checks: checks as unknown as CatalogueCheck[] }, { folder }));
}
