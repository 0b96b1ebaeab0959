import { notAuthorized } from '../errors';
import type { UserRecord } from '../records';
import { hasExpired, isPassword } from '../users/passwords';
import { checkConfirmed, checkEnabled, checkNotReset } from '../users/status';
import { identify, requireParameter, unknownUser, wrongPassword, type Attempt, type Outcome } from './attempt';
import { afterPassword } from './next-step';

/** USER_PASSWORD_AUTH and ADMIN_USER_PASSWORD_AUTH. */
export async function signInByPassword(attempt: Attempt): Promise<Outcome> {
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
  { pool, service: { clock } }: Attempt,
  user: UserRecord,
  isProven: (user: UserRecord) => boolean,
): void {
  const now = clock();
  checkEnabled(user);
  checkNotReset(user);
  checkLock(user, now);
  if (!isProven(user)) {
    lock(user, now);
    throw wrongPassword();
  }
  user.failedSignIns = 0;
  delete user.lockedUntil;
  checkConfirmed(user);
  // Unverified against AWS.
  if (user.password && hasExpired(pool, user.password, now))
    throw notAuthorized('Temporary password has expired and must be reset by an administrator.');
}

const quietTime = 15 * 60 * 1000;

/** Documented: an attempt during a lockout is refused and does not count; quiet afterwards lifts it. */
function checkLock(user: UserRecord, now: number): void {
  if (user.lockedUntil === undefined) return;
  if (now < user.lockedUntil) throw notAuthorized('Password attempts exceeded');
  if (now >= user.lockedUntil + quietTime) user.failedSignIns = 0;
}

/** Documented: after the n-th failure, from the fifth on, 2^(n-5) seconds, and no more than about 15 minutes. */
function lock(user: UserRecord, now: number): void {
  user.failedSignIns += 1;
  if (user.failedSignIns < 5) return;
  user.lockedUntil = now + Math.min(2 ** (user.failedSignIns - 5) * 1000, quietTime);
}
