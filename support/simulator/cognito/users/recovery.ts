import { invalidParameter, type CognitoError } from '../errors';
import type { PoolRecord, UserRecord } from '../records';
import { isTrue } from './attributes';
import type { Address } from './delivery';

const addressOf: Partial<Record<string, Address>> = {
  verified_email: 'email',
  verified_phone_number: 'phone_number',
};

/** How a password may be recovered, best first. Documented for pools that never said: phone, then email. */
const mechanisms = ({ settings }: PoolRecord): string[] =>
  (
    settings.AccountRecoverySetting?.RecoveryMechanisms ?? [
      { Priority: 1, Name: 'verified_phone_number' },
      { Priority: 2, Name: 'verified_email' },
    ]
  )
    .toSorted((a, b) => (a.Priority ?? 0) - (b.Priority ?? 0))
    .map(({ Name = '' }) => Name);

/** Where the code of a forgotten password goes: the first way of the pool's for which the user has what it needs. */
export const recoveryAddress = (pool: PoolRecord, { attributes }: UserRecord): Address | undefined =>
  mechanisms(pool)
    .flatMap((mechanism) => addressOf[mechanism] ?? [])
    .find((address) => attributes[address] && isTrue(attributes[`${address}_verified`]));

/** Whether only an administrator may reset passwords. */
export const isRecoveredByAdmin = (pool: PoolRecord): boolean => mechanisms(pool).includes('admin_only');

/** The pool's first way, for a user who does not exist. */
export const firstAddress = (pool: PoolRecord): Address =>
  mechanisms(pool).flatMap((mechanism) => addressOf[mechanism] ?? [])[0] ?? 'email';

/** Widely reported, unverified against AWS. */
export const noRecovery = (): CognitoError =>
  invalidParameter('Cannot reset password for the user as there is no registered/verified email or phone_number');
