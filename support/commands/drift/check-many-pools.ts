import pMap from 'p-map';
import { RateLimiter } from '../../aws/middleware/rate-limit';
import { Problem } from '../../common/problem';
import { oneLine } from '../../common/text/plain-text';
import { writeMessage } from '../../terminal/output';
import { attachWatchedPool } from './attach-watched-pool';
import { checkPool, type CheckPoolOptions } from './check-pool';
import type { PoolDrift } from './drift-result';
import type { WatchedPool } from './targets-file';

/** The most pools that are read concurrently. The rate limiter enforces AWS's quotas. */
const concurrency = 8;

/**
 * `drift --targets`: checks many pools, in parallel within AWS's quotas. A pool that cannot be checked is an error of
 * its own and does not affect the others.
 */
export async function checkManyPools(targets: readonly WatchedPool[], options: CheckPoolOptions): Promise<PoolDrift[]> {
  const limiter = new RateLimiter();
  let done = 0;
  return pMap(
    targets,
    async (target) => {
      const drift = await checkTarget(target, limiter, options);
      writeMessage(`[${++done}/${targets.length}] ${oneLine(target.name ?? target.pool)}`);
      return drift;
    },
    { concurrency },
  );
}

async function checkTarget(target: WatchedPool, limiter: RateLimiter, options: CheckPoolOptions): Promise<PoolDrift> {
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
