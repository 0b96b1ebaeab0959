import { RateLimiter } from '../../aws/middleware/rate-limit';
import type { PoolDrift } from './drift-result';
import { checkPool, type CheckPoolOptions } from './check-pool';
import { readTargets, type WatchedPool } from './targets-file';
import { Problem } from '../../common/problem';
import { oneLine } from '../../common/text/plain-text';
import { attachWatchedPool } from './attach-watched-pool';

/** Pools that are read at the same time. What AWS allows is kept to by the limiter, however many they are. */
const atOnce = 8;

/**
 * `drift --targets`: looks at many pools, in parallel under AWS's quotas. A pool that cannot be looked at is an error
 * of its own and keeps no other from being looked at.
 *
 * @throws Problem for a file of targets that is none
 */
export async function checkManyPools(file: string, options: CheckPoolOptions): Promise<PoolDrift[]> {
  const targets = readTargets(file);
  const limiter = new RateLimiter();
  const found: PoolDrift[] = [];
  const left = targets.entries();
  const work = async (): Promise<void> => {
    for (const [index, target] of left) {
      found[index] = await one(target, limiter, options);
      const done = found.filter(Boolean).length;
      process.stderr.write(`[${done}/${targets.length}] ${oneLine(target.name ?? target.pool)}\n`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, targets.length) }, work));
  return found;
}

async function one(target: WatchedPool, limiter: RateLimiter, options: CheckPoolOptions): Promise<PoolDrift> {
  const { pool, name, baseline } = target;
  const named = name === undefined ? {} : { name };
  try {
    const session = await attachWatchedPool(target, limiter);
    return { ...(await checkPool(session, pool, { ...options, baseline })), ...named };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { message: reason, remedy } = error;
    return {
      status: 'error',
      ...named,
      userPoolId: pool,
      differences: [],
      unread: [{ parts: ['UserPool'], reason, ...(remedy && { remedy }) }],
      checks: {},
      accepted: [],
    };
  }
}
