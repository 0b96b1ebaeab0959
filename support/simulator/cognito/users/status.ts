import { CognitoError, notAuthorized } from '../errors';
import type { UserRecord } from '../records';

/** Refuses to confirm who is no sign-up. Unverified against AWS, but reported alike for every status. */
export function checkUnconfirmed({ status }: UserRecord): void {
  if (status !== 'UNCONFIRMED') throw notAuthorized(`User cannot be confirmed. Current status is ${status}`);
}

/** Refuses who is disabled; the text is recorded from AWS 2026-09. */
export function checkEnabled({ enabled }: UserRecord): void {
  if (!enabled) throw notAuthorized('User is disabled.');
}

/** Refuses who has not confirmed the sign-up; unverified against AWS, but reported often. */
export function checkConfirmed({ status }: UserRecord): void {
  if (status === 'UNCONFIRMED') throw new CognitoError('UserNotConfirmedException', 'User is not confirmed.');
}

/** Refuses whose password an administrator has reset; unverified against AWS. */
export function checkNotReset({ status }: UserRecord): void {
  if (status === 'RESET_REQUIRED')
    throw new CognitoError('PasswordResetRequiredException', 'Password reset required for the user');
}
