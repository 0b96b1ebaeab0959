import { CognitoError } from '../cognito/errors';
import type { CallContext } from '../cognito/handler';
import type { Clock } from '../cognito/clock-and-ids';
import { quotaCategories, type QuotaCategory } from '../../common/quota-categories';

/** A bucket holds one second's worth and fills at the quota's rate. */
interface Bucket {
  tokens: number;
  at: number;
}

/** Regions, accounts and pools come from the caller, so the buckets are counted. */
const mostBuckets = 10_000;

const categoryOf = new Map<string, [string, QuotaCategory]>(
  Object.entries(quotaCategories as Record<string, QuotaCategory>).flatMap(([name, category]) =>
    category.operations.map((operation) => [operation, [name, category]] as const),
  ),
);

/** AWS's request rates, per account and region. */
export class Quotas {
  readonly #buckets = new Map<string, Bucket>();

  constructor(private readonly clock: Clock) {}

  /**
   * Counts a call; one that is refused counts for nothing.
   *
   * @throws CognitoError `TooManyRequestsException`; text and status unverified against AWS
   */
  take(operation: string, input: Record<string, unknown>, { region, accountId }: CallContext): void {
    const [name, category] = categoryOf.get(operation) ?? [];
    if (!category) return;
    const buckets = [this.#bucket(`${accountId} ${region} ${name ?? ''}`, category.perSecond)];
    const pool = poolOf(input);
    if (category.perOperationAndPool !== undefined && pool !== undefined)
      buckets.push(this.#bucket(`${accountId} ${region} ${operation} ${pool}`, category.perOperationAndPool));
    if (buckets.some(({ tokens }) => tokens < 1)) throw new CognitoError('TooManyRequestsException', 'Rate exceeded');
    for (const bucket of buckets) bucket.tokens -= 1;
  }

  /** How many buckets are remembered. */
  get size(): number {
    return this.#buckets.size;
  }

  clear(): void {
    this.#buckets.clear();
  }

  #bucket(key: string, perSecond: number): Bucket {
    const now = this.clock();
    const { tokens, at } = this.#buckets.get(key) ?? { tokens: perSecond, at: now };
    const elapsed = Math.max(0, now - at) / 1000;
    const bucket = { tokens: Math.min(perSecond, tokens + elapsed * perSecond), at: now };
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > mostBuckets) this.#forgetOldest();
    return bucket;
  }

  /** The longest unused one: it is full again, or the sandbox sees ten thousand callers within a second. */
  #forgetOldest(): void {
    for (const key of this.#buckets.keys()) {
      this.#buckets.delete(key);
      return;
    }
  }
}

/** The pool that a call is on, where it names one itself or by its ARN. */
function poolOf({ UserPoolId, ResourceArn }: Record<string, unknown>): string | undefined {
  if (typeof UserPoolId === 'string') return UserPoolId.slice(0, 64);
  return typeof ResourceArn === 'string' ? ResourceArn.slice(ResourceArn.lastIndexOf('/') + 1).slice(0, 64) : undefined;
}
