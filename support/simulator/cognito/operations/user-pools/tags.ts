import { invalidParameter, resourceNotFound } from '../../errors';
import type { Service } from '../../handler';
import { isReachable } from '../../find-pool';
import type { PoolRecord } from '../../records';

/** Tags of one resource. */
const maximumTags = 50;

/**
 * @throws CognitoError for too many tags, or AWS's own prefix. Documented rules; the texts are unverified
 * against AWS.
 */
export function checkTags(tags: Record<string, string> = {}, before: Record<string, string> = {}): void {
  if (Object.keys(tags).some((key) => key.toLowerCase().startsWith('aws:')))
    throw invalidParameter('aws: prefixed tag key names are not allowed for external use.');
  if (Object.keys({ ...before, ...tags }).length > maximumTags)
    throw invalidParameter(`A resource can have at most ${maximumTags} tags.`);
}

/**
 * The pool of this ARN: nothing else here has tags.
 *
 * @throws CognitoError `ResourceNotFoundException` (documented; the text is unverified against AWS)
 */
export function findTagged({ store, call }: Pick<Service, 'store' | 'call'>, arn: string): PoolRecord {
  const pool = store.pools.get(arn.slice(arn.lastIndexOf('/') + 1));
  if (pool?.arn !== arn || !isReachable(pool, call)) throw resourceNotFound(`Resource ${arn} does not exist.`);
  return pool;
}
