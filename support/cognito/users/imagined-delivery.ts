import { createHash } from 'node:crypto';
import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider';
import type { PoolRecord } from '../records';
import { emailPattern, phonePattern } from './attributes';
import { deliveryDetails } from './delivery';
import { firstAddress } from './recovery';

/**
 * Where a code would have gone, had there been one: what a client that hides which users exist is told of a user who
 * does not. Documented: the medium follows from the form of the name, or else from the pool.
 */
export function imaginedDelivery(pool: PoolRecord, username: string): CodeDeliveryDetailsType {
  if (emailPattern.test(username)) return deliveryDetails('email', username);
  if (phonePattern.test(username)) return deliveryDetails('phone_number', username);
  const digest = createHash('sha256').update(`${pool.arn} ${username}`).digest();
  const letter = (byte: number) => String.fromCharCode(97 + (byte % 26));
  return firstAddress(pool) === 'email'
    ? deliveryDetails('email', `${letter(digest.readUInt8(0))}@${letter(digest.readUInt8(1))}`)
    : deliveryDetails('phone_number', `+1555555${String(digest.readUInt16BE(2) % 10_000).padStart(4, '0')}`);
}
