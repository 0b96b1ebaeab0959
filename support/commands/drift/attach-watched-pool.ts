import type { RateLimiter } from '../../aws/middleware/rate-limit';
import { environment } from '../../common/environment';
import { LabSession } from '../../runner/session/lab-session';
import { attach } from '../../targets/aws-target';
import type { WatchedPool } from './targets-file';

/**
 * Attaches to a pool, read-only, so that every member of AWS's answers is seen and no quota of AWS's is used up.
 *
 * @throws Problem and CouldNotLook as {@link attach}
 */
export async function attachWatchedPool(
  { pool, region, role, externalId }: WatchedPool,
  limiter: RateLimiter,
): Promise<LabSession> {
  const target = await attach(pool, {
    region,
    role: role === undefined ? undefined : { roleArn: role, externalId, purpose: 'drift' },
    quota: { limiter },
    unknownMembers: true,
  });
  return new LabSession(target, { userPoolName: environment().userPoolName });
}
