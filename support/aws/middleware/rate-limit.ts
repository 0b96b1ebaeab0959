import { setTimeout as sleep } from 'node:timers/promises';
import { isThrottled } from '../explain';
import { quotaCategories, type QuotaCategory } from '../../common/quota-categories';
import { operationIn, signalIn, type Layer } from './layer';

/** Whose quota a call counts towards: every account has its own in every region. */
export interface QuotaOwner {
  account: string;
  region: string;
}

/** A quota that is used in turn. */
interface Lane {
  perSecond: number;
  /** When the call after all that were let through so far may go, if none may be ahead of its time; milliseconds. */
  next: number;
}

/**
 * The part of a second's worth that may go at once. AWS lets a whole one through; calls that were sent evenly do not
 * arrive evenly, and what is left over is for them.
 */
const burst = 0.8;

/** After a refusal somebody else is using the account's quota too, so that it is left alone for as long; milliseconds. */
const pause = 1_000;

/** Categories come from a table, but operations on one pool are as many as there are pools. */
const mostLanes = 10_000;

const categoryOf = new Map<string, [string, QuotaCategory]>(
  Object.entries(quotaCategories as Record<string, QuotaCategory>).flatMap(([name, category]) =>
    category.operations.map((operation) => [operation, [name, category]] as const),
  ),
);

/** Keeps many readers of many pools under AWS's published request rates, first come, first served. */
export class RateLimiter {
  readonly #lanes = new Map<string, Lane>();

  /** @param clock milliseconds */
  constructor(private readonly clock: () => number = () => performance.now()) {}

  /** Claims the next free place. @returns how long to wait for it, in milliseconds; 0 for at once */
  claim(owner: QuotaOwner, operation: string, pool = ''): number {
    const now = this.clock();
    const waits = this.#lanesOf(owner, operation, pool).map((lane) => {
      const step = 1_000 / lane.perSecond;
      const at = Math.max(now, lane.next - (Math.max(1, Math.floor(lane.perSecond * burst)) - 1) * step);
      lane.next = Math.max(lane.next, now) + step;
      return at - now;
    });
    return Math.max(0, ...waits);
  }

  /** Takes note that AWS refused a call for the rate: nothing more of its kind goes for a while. */
  refused(owner: QuotaOwner, operation: string, pool = ''): void {
    const now = this.clock();
    for (const lane of this.#lanesOf(owner, operation, pool))
      lane.next = Math.max(lane.next, now + pause + burst * 1_000);
  }

  #lanesOf({ account, region }: QuotaOwner, operation: string, pool: string): Lane[] {
    const [name, category] = categoryOf.get(operation) ?? [];
    if (!category || name === undefined) return [];
    const lanes = [this.#lane(`${account} ${region} ${name}`, category.perSecond)];
    if (category.perOperationAndPool !== undefined)
      lanes.push(this.#lane(`${account} ${region} ${operation} ${pool}`, category.perOperationAndPool));
    return lanes;
  }

  #lane(key: string, perSecond: number): Lane {
    const known = this.#lanes.get(key);
    if (known) return known;
    if (this.#lanes.size >= mostLanes) this.#forgetIdle();
    const lane = { perSecond, next: 0 };
    this.#lanes.set(key, lane);
    return lane;
  }

  #forgetIdle(): void {
    for (const [key, { next }] of this.#lanes) if (next < this.clock()) this.#lanes.delete(key);
  }
}

/** Keeps a client's calls under the quotas of an account. */
export interface Quota {
  limiter: RateLimiter;
  owner: QuotaOwner;
  /** Told when a wait begins; returns what to call when it ends. */
  waiting?: () => () => void;
}

/**
 * Holds every attempt of a call, retries too, until the limiter lets it go. The retries themselves, and how long they
 * wait, are the SDK's.
 */
export const limitRate = ({ limiter, owner, waiting = () => () => undefined }: Quota): Layer => ({
  name: 'cognitoLabLimitRate',
  // Inside of what retries, so that every attempt is counted.
  step: 'finalizeRequest',
  priority: 'low',
  around: (next, context) => async (args) => {
    const operation = operationIn(context);
    const { UserPoolId } = args.input as { UserPoolId?: string };
    const wait = limiter.claim(owner, operation, UserPoolId);
    if (wait > 0) {
      const over = waiting();
      try {
        await sleep(wait, undefined, { signal: signalIn(context) });
      } finally {
        over();
      }
    }
    try {
      return await next(args);
    } catch (error) {
      if (isThrottled(error)) limiter.refused(owner, operation, UserPoolId);
      throw error;
    }
  },
});
