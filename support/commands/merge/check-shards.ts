import { Problem } from '../../common/problem';
import { version } from '../../common/version';
import type { Manifest } from './manifest';
import { shardText } from './shard';

/** A shard that has ended. */
export interface ShardFolder {
  folder: string;
  manifest: Manifest;
}

/** Shards that are named at once. */
const mostNamed = 10;

/**
 * Whether these are all the shards of one run.
 *
 * @returns them in the order of their numbers
 * @throws Problem for the first thing that is not so
 */
export function checkShards(shards: readonly ShardFolder[]): ShardFolder[] {
  const [first] = shards;
  if (!first) throw new Problem('There is nothing to merge.', 'Name the folders of all shards.');
  for (const each of shards) checkSame(first, each);
  const { count, of } = first.manifest;
  const byIndex = new Map<number, ShardFolder>();
  for (const each of shards) {
    const twin = byIndex.get(each.manifest.index);
    if (twin)
      throw new Problem(
        `The shard ${shardText(each.manifest)} is there twice: in ${twin.folder} and in ${each.folder}.`,
        'Name each shard once.',
      );
    byIndex.set(each.manifest.index, each);
  }
  const missing = Array.from({ length: count }, (_, at) => at + 1).filter((index) => !byIndex.has(index));
  if (missing.length)
    throw new Problem(
      `${missing.length === 1 ? 'A shard is' : `${missing.length} shards are`} missing: ${missing
        .slice(0, mostNamed)
        .map((index) => shardText({ index, count }))
        .join(', ')}${missing.length > mostNamed ? ', …' : ''}.`,
      'Name the folders of all shards; run those that have not run yet.',
    );
  const sorted = [...byIndex.values()].sort((a, b) => a.manifest.index - b.manifest.index);
  checkCover(sorted, of);
  return sorted;
}

function checkSame(first: ShardFolder, { folder, manifest }: ShardFolder): void {
  const { manifest: other } = first;
  if (manifest.version !== version)
    throw new Problem(
      `The shard in ${folder} is by version ${manifest.version} of cognito-lab, and this is ${version}.`,
      'Use the same version for all shards and for merge.',
    );
  const differs = (what: string): Problem =>
    new Problem(
      `The shards in ${first.folder} and in ${folder} do not belong together: ${what}.`,
      'Merge the shards of one run: the same version, class, lab, rubric and options in each.',
    );
  if (manifest.command !== other.command) throw differs('one is of "grade" and the other of "drift"');
  if (manifest.digests.lab !== other.digests.lab) throw differs('they are of different labs');
  if (manifest.digests.rubric !== other.digests.rubric) throw differs('they are of different rubrics');
  if (manifest.digests.options !== other.digests.options) throw differs('they were run with different options');
  if (manifest.digests.roster !== other.digests.roster || manifest.of !== other.of)
    throw differs(`they are of different ${manifest.command === 'grade' ? 'rosters or submissions' : 'targets'}`);
  if (manifest.count !== other.count)
    throw differs(`one is of ${other.count} parts and the other of ${manifest.count}`);
}

function checkCover(shards: readonly ShardFolder[], of: number): void {
  const holders = new Map<number, ShardFolder>();
  for (const shard of shards)
    for (const place of shard.manifest.places) {
      const holder = holders.get(place);
      if (holder)
        throw new Problem(
          `The shards in ${holder.folder} and in ${shard.folder} overlap: both have number ${place + 1} of the whole.`,
          'Run all shards again, with the same version.',
        );
      holders.set(place, shard);
    }
  if (holders.size !== of || [...holders.keys()].some((place) => place >= of))
    throw new Problem(
      `The shards have ${holders.size} of ${of} together.`,
      'Run all shards again, with the same version.',
    );
}
