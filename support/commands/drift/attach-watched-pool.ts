import { assumeRole } from '../../aws/assume-role';
import { isLoopback, type Credentials } from '../../aws/client';
import { keepUnknown } from '../../aws/middleware/keep-unknown';
import { limitCalls, type RateLimiter } from '../../aws/middleware/rate-limit';
import { environment } from '../../common/environment';
import type { WatchedPool } from './targets-file';
import { Problem } from '../../common/problem';
import { attach } from '../../targets/aws-target';
import { LabSession } from '../../runner/session/lab-session';

/**
 * Attaches to a pool, read-only, so that every member of AWS's answers is seen and no quota of AWS's is used up.
 *
 * @throws Problem for a pool that cannot be got at
 */
export async function attachWatchedPool(
  { pool, region, role, externalId }: WatchedPool,
  limiter: RateLimiter,
): Promise<LabSession> {
  let account = 'own';
  let credentials: Credentials | undefined;
  if (role !== undefined) {
    if (region === undefined) throw new Problem(`The id ${pool} names no region.`, 'Add "region" to the target.');
    ({ account, credentials } = await assumeRole({ roleArn: role, externalId, region }, 'drift'));
  }
  const target = await attach(pool, { region, credentials });
  keepUnknown(target.client);
  const { endpoint, region: place = '' } = target.place;
  if (endpoint === undefined || !isLoopback(new URL(endpoint)))
    limitCalls(target.client, limiter, { account, region: place });
  return new LabSession(target, { userPoolName: environment().userPoolName });
}
