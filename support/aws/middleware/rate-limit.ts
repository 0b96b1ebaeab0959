import { setTimeout as sleep } from 'node:timers/promises';
import { isThrottled } from '../explain';
import { quotaCategories, type QuotaCategory } from '../../common/quota-categories';
import { operationIn, signalIn, type Layer } from './layer';

/** The owner of a quota: each account has its own quotas in each region. */
export interface QuotaOwner {
  account: string;
  region: string;
}

/** One quota, with its state by GCRA (generic cell rate algorithm). */
interface Lane {
  perSecond: number;
  /** GCRA's theoretical arrival time: when the next call conforms without any burst; milliseconds. */
  next: number;
}

/**
 * The burst, as a fraction of one second's calls. AWS allows a whole second's worth; the remainder absorbs network
 * jitter.
 */
const burst = 0.8;

/** The pause after a throttled call, which shows that another client uses the same quota; milliseconds. */
const pause = 1_000;

/**
 * The table of categories is fixed; the number of quotas per operation and pool is not, so that idle ones are dropped.
 */
const mostLanes = 10_000;

const categoryOf = new Map<string, [string, QuotaCategory]>(
  Object.entries(quotaCategories as Record<string, QuotaCategory>).flatMap(([name, category]) =>
    category.operations.map((operation) => [operation, [name, category]] as const),
  ),
);

/** A rate limiter (GCRA) that keeps concurrent readers below AWS's published request rates, in FIFO order. */
export class RateLimiter {
  readonly #lanes = new Map<string, Lane>();

  /** @param clock in milliseconds */
  constructor(private readonly clock: () => number = () => performance.now()) {}

  /** Reserves the next slot. @returns the delay in milliseconds; 0 for none */
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

  /** Records that AWS throttled a call: calls of the same quota pause. */
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

/** Keeps a client's calls below the quotas of an account. */
export interface Quota {
  limiter: RateLimiter;
  owner: QuotaOwner;
  /** Called when a wait begins; returns the function to call when it ends. */
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
