import type { UserRecord } from '../records';
import type { SignInAttempt, SignInOutcome } from './sign-in-attempt';
import { newPasswordChallenge } from './new-password';
import { afterFirstFactor } from './second-factor';

/** What follows a proven password: a new one, where it was temporary; then the second factor, if any. */
export async function afterPassword(
  attempt: SignInAttempt,
  user: UserRecord,
  username: string,
): Promise<SignInOutcome> {
  return user.status === 'FORCE_CHANGE_PASSWORD'
    ? newPasswordChallenge(attempt, user, username)
    : afterFirstFactor(attempt, user, username);
}
