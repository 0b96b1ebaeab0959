import { notAuthorized } from '../errors';
import type { UserRecord } from '../records';
import { hasExpired, isPassword } from '../users/passwords';
import { checkConfirmed, checkEnabled, checkNotReset } from '../users/status';
import {
  identify,
  requireParameter,
  unknownUser,
  wrongPassword,
  type SignInAttempt,
  type SignInOutcome,
} from './sign-in-attempt';
import { recordFailure, isLocked, recordSuccess } from './lockout';
import { afterPassword } from './next-step';

/** USER_PASSWORD_AUTH and ADMIN_USER_PASSWORD_AUTH. */
export async function signInByPassword(attempt: SignInAttempt): Promise<SignInOutcome> {
  const { username, user } = identify(attempt);
  const password = requireParameter(attempt, 'PASSWORD');
  if (!user) throw unknownUser(attempt.client);
  provePassword(attempt, user, (candidate) => isPassword(attempt.pool, candidate, password));
  return afterPassword(attempt, user, username);
}

/**
 * Lets a user through whose password is proven, by whatever proof, or says why not.
 *
 * @throws CognitoError
 */
export function provePassword(
  { pool, service: { clock } }: SignInAttempt,
  user: UserRecord,
  isProven: (user: UserRecord) => boolean,
): void {
  const now = clock();
  checkEnabled(user);
  checkNotReset(user);
  if (isLocked(user, now)) throw notAuthorized('Password attempts exceeded');
  if (!isProven(user)) {
    recordFailure(user, now);
    throw wrongPassword();
  }
  recordSuccess(user);
  checkConfirmed(user);
  // Unverified against AWS.
  if (user.password && hasExpired(pool, user.password, now))
    throw notAuthorized('Temporary password has expired and must be reset by an administrator.');
}
