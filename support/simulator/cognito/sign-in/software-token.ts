import { CognitoError } from '../errors';
import type { UserRecord } from '../records';
import { checkEnabled } from '../users/status';
import { requireParameter, unknownUser, type SignInAttempt, type SignInOutcome } from './sign-in-attempt';
import { continueSession, openSession } from './sessions';
import { tokens } from './tokens';
import { acceptTotp } from './totp';

/** SOFTWARE_TOKEN_MFA. Its parameters are unverified against AWS. */
export function softwareTokenChallenge(attempt: SignInAttempt, user: UserRecord, username: string): SignInOutcome {
  return {
    ChallengeName: 'SOFTWARE_TOKEN_MFA',
    Session: openSession(attempt, { challenge: 'SOFTWARE_TOKEN_MFA', username, sub: user.sub }).id,
    ChallengeParameters: { USER_ID_FOR_SRP: user.username },
  };
}

/** A wrong code leaves the session open: clients let their users try again in it. */
export async function answerSoftwareToken(
  attempt: SignInAttempt,
  sessionId: string | undefined,
): Promise<SignInOutcome> {
  const { client, service } = attempt;
  const code = requireParameter(attempt, 'SOFTWARE_TOKEN_MFA_CODE');
  const { session, user } = continueSession(attempt, sessionId, 'SOFTWARE_TOKEN_MFA');
  if (!user) throw unknownUser(client);
  checkEnabled(user);
  // Widely reported, unverified against AWS.
  if (!acceptTotp(user, code, service.clock()))
    throw new CognitoError('CodeMismatchException', 'Invalid code received for user');
  session.used = true;
  return tokens(attempt, user);
}
