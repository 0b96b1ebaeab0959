import { createHash } from 'node:crypto';
import { accountOfArn, regionOfPoolId } from '../../common/aws-names';
import type { Shard } from './shard';

/** What goes into one part or another. */
export interface Item {
  /** Identifies it. */
  id: string;
  /** Items of one group share something, and stay together. */
  group?: string;
}

/**
 * The places of the items that a shard takes, in their order. Every item is in exactly one of the `count` shards. Groups
 * are dealt out, the largest first; an item without a group goes by its identifier, wherever it stands.
 */
export function placesOfShard({ index, count }: Shard, items: readonly Item[]): number[] {
  const sizes = new Map<string, number>();
  for (const { group } of items) if (group !== undefined) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const dealt = new Map(
    [...sizes]
      .sort(([a, sizeA], [b, sizeB]) => sizeB - sizeA || (a < b ? -1 : 1))
      .map(([group], at) => [group, at % count]),
  );
  const shardOf = ({ id, group }: Item): number =>
    (group === undefined ? undefined : dealt.get(group)) ??
    createHash('sha256').update(id).digest().readUIntBE(0, 6) % count;
  return items.flatMap((item, at) => (shardOf(item) === index - 1 ? [at] : []));
}

/** A pool that is read from AWS. */
export interface LivePool {
  pool: string;
  region?: string;
  role?: string;
  /** The account that it is said to be in. */
  account?: string;
}

/**
 * Whose request quotas it takes to read each pool: an account has its own in every region. Without a role that is our
 * own account, which is known only where a pool that is read without a role names it.
 *
 * @returns the group of a pool
 */
export function quotaGroups(pools: readonly LivePool[]): (pool: LivePool) => string {
  const own = new Set(pools.flatMap(({ role, account }) => (role === undefined ? (account ?? []) : [])));
  return ({ pool, region, role }) => {
    const account = accountOfArn(role);
    return `${account === undefined || own.has(account) ? 'own' : account} ${region ?? regionOfPoolId(pool) ?? ''}`;
  };
}
