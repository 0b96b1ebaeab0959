import { attachPool } from '../../../aws/attach-pool';
import { RateLimiter, type QuotaOwner } from '../../../aws/middleware/rate-limit';
import type { Lab } from '../../../lab/lab-folder';
import type { LabResult } from '../../../lab/result/result';
import { runLab } from '../../../runner/run-lab';
import { LabSession, type ClassAgreement } from '../../../runner/session/lab-session';
import { ExistingPool } from '../../../targets/existing-pool';

/** Counts how often AWS throttled a call. */
class CountingLimiter extends RateLimiter {
  throttled = 0;

  override refused(owner: QuotaOwner, operation: string, pool?: string): void {
    this.throttled++;
    super.refused(owner, operation, pool);
  }
}

/** A pool that is looked at again and again, by one client. */
export interface WatchedPool {
  /** The origin of the endpoint where it is not AWS's own. */
  endpoint?: string;
  /** How the pool was found, for the user. */
  note?: string;
  /** One look, in as few calls as a check. */
  look(): Promise<{ result: LabResult; wasThrottled: boolean }>;
  close(): void;
}

/**
 * Opens a pool to watch it, read-only and below the quotas of its account.
 *
 * @throws Problem and CouldNotLook as {@link attachPool}
 */
export async function openWatchedPool(
  given: string,
  lab: Lab,
  options: { tasks?: number[]; agreement: ClassAgreement; signal: AbortSignal },
): Promise<WatchedPool> {
  const limiter = new CountingLimiter();
  const { client, calls, place, userPoolId, note } = await attachPool(given, {
    signal: options.signal,
    quota: { limiter },
    unknownMembers: true,
  });
  return {
    endpoint: place.endpoint,
    note,
    close: () => client.destroy(),
    look: async () => {
      // Of this look alone.
      calls.length = 0;
      limiter.throttled = 0;
      const target = new ExistingPool({ client, calls, place }, { kind: 'aws', userPoolId, ...place });
      const session = new LabSession(target, options.agreement);
      const result = await runLab(lab, session, { tasks: options.tasks });
      return { result, wasThrottled: limiter.throttled > 0 };
    },
  };
}
