import * as v from 'valibot';
import type { CatalogueCheck } from '../../lab/features/catalogue';
import { Problem } from '../../common/problem';
import { driftFactsSchema, reportIn } from '../drift/drift-shard';
import type { PoolDrift } from '../drift/drift-result';
import { concludeDrift, writeDrift } from '../drift/report-drift';
import { summarizeDrift } from '../drift/summarize-drift';
import type { ShardFolder } from './check-shards';
import type { WriteMerged } from './run-merge';

/**
 * Reads the shards of a drift report on many pools.
 *
 * @param shards all of one run, in order
 * @returns what writes the report on all of them
 * @throws Problem for a shard that is not whole
 */
export function mergeDrift(shards: readonly ShardFolder[]): WriteMerged {
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
  return (folder) => {
    writeDrift(found, { format, checks: checks as unknown as CatalogueCheck[] }, reportIn(folder, format));
    return Promise.resolve(({ output }) => concludeDrift(found, reportIn(output, format)));
  };
}
