import { createHash } from 'node:crypto';
import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider';
import type { PoolRecord } from '../records';
import { emailPattern, phonePattern } from './attributes';
import { deliveryDetails, type Address } from './delivery';
import { firstAddress } from './recovery';

/**
 * Where a code would have gone: what a client that hides which users exist is answered for a user who
 * does not. Documented: the medium follows from the form of the name, or else from the pool.
 *
 * @param address where the medium is given
 */
export function decoyDelivery(
  pool: PoolRecord,
  username: string,
  address: Address = addressLike(username) ?? firstAddress(pool),
): CodeDeliveryDetailsType {
  if (addressLike(username) === address) return deliveryDetails(address, username);
  const digest = createHash('sha256').update(`${pool.arn} ${username}`).digest();
  const letter = (byte: number) => String.fromCharCode(97 + (digest.readUInt8(byte) % 26));
  return address === 'email'
    ? deliveryDetails(address, `${letter(0)}@${letter(1)}`)
    : deliveryDetails(address, `+1555555${String(digest.readUInt16BE(2) % 10_000).padStart(4, '0')}`);
}

function addressLike(username: string): Address | undefined {
  if (emailPattern.test(username)) return 'email';
  return phonePattern.test(username) ? 'phone_number' : undefined;
}
