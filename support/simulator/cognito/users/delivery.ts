import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider';
import { maskEmail } from '../../../common/text/mask';
import type { Service } from '../handler';
import type { Message } from '../outbox';
import type { PoolRecord, UserRecord } from '../records';
import type { Attributes } from './attributes';

export type Address = 'email' | 'phone_number';

export const mediumOf = { email: 'EMAIL', phone_number: 'SMS' } as const;

/**
 * Where a new user's code goes. Documented: to the phone where both addresses are verified automatically; nowhere
 * where none is, or where the user has none.
 */
export function autoVerified(pool: PoolRecord, attributes: Attributes): Address | undefined {
  const auto = pool.settings.AutoVerifiedAttributes ?? [];
  return (['phone_number', 'email'] as const).find((address) => auto.includes(address) && attributes[address]);
}

interface Delivery extends Pick<Message, 'kind' | 'code' | 'temporaryPassword'> {
  address: Address;
  /** Where it is not the user's own address yet: one that waits to be verified. */
  to?: string;
}

/** Puts a message into the outbox, and returns the delivery details for the caller. */
export function deliver(
  { outbox, clock }: Pick<Service, 'outbox' | 'clock'>,
  pool: PoolRecord,
  { username, attributes }: UserRecord,
  { address, to = attributes[address] ?? '', ...message }: Delivery,
): CodeDeliveryDetailsType {
  outbox.deliver({
    at: clock(),
    userPoolId: pool.id,
    username,
    medium: mediumOf[address],
    destination: to,
    ...message,
  });
  return deliveryDetails(address, to);
}

/** AWS's description of a delivery: the address only masked, as in `j***@e***` and `+*******1234` (recorded). */
export const deliveryDetails = (address: Address, destination: string): CodeDeliveryDetailsType => ({
  AttributeName: address,
  DeliveryMedium: mediumOf[address],
  Destination: address === 'email' ? maskEmail(destination) : maskPhone(destination),
});

const maskPhone = (phone: string): string => `+${'*'.repeat(Math.max(0, phone.length - 5))}${phone.slice(-4)}`;
