import { CognitoError } from '../errors';
import type { PoolRecord, UserRecord } from '../records';
import { signInTokens } from '../tokens/issue';
import { checkEnabled } from '../users/status';
import { requireParameter, unknownUser, type Attempt, type Outcome } from './attempt';
import { continueSession, openSession } from './sessions';
import { acceptTotp } from './totp';

/** What follows a proven password that may stay: the second factor where there is one to prove, or the tokens. */
export async function afterFirstFactor(attempt: Attempt, user: UserRecord, username: string): Promise<Outcome> {
  const { pool } = attempt;
  const { MfaConfiguration: mfa = 'OFF' } = pool.settings;
  if (mfa !== 'OFF' && usesSoftwareToken(pool, user)) return softwareTokenChallenge(attempt, user, username);
  if (mfa === 'ON') return setupChallenge(attempt, user, username);
  return tokens(attempt, user);
}

/** Documented: where every user needs a second factor, a verified authenticator counts without being preferred. */
const usesSoftwareToken = ({ settings, mfa }: PoolRecord, { softwareToken, mfaPreference }: UserRecord): boolean =>
  mfa.softwareTokenEnabled === true &&
  softwareToken?.verified === true &&
  (settings.MfaConfiguration === 'ON' || mfaPreference?.enabled.includes('SOFTWARE_TOKEN_MFA') === true);

/** SOFTWARE_TOKEN_MFA. Its parameters are unverified against AWS. */
function softwareTokenChallenge(attempt: Attempt, user: UserRecord, username: string): Outcome {
  return {
    ChallengeName: 'SOFTWARE_TOKEN_MFA',
    Session: openSession(attempt, { challenge: 'SOFTWARE_TOKEN_MFA', username, sub: user.sub }).id,
    ChallengeParameters: { USER_ID_FOR_SRP: user.username },
  };
}

/** Documented: a wrong code leaves the session open. */
export async function answerSoftwareToken(attempt: Attempt, sessionId: string | undefined): Promise<Outcome> {
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

/** MFA_SETUP: the user needs a second factor and has none. What can be set up is JSON in a string (documented). */
function setupChallenge(attempt: Attempt, user: UserRecord, username: string): Outcome {
  const factors = attempt.pool.mfa.softwareTokenEnabled ? ['SOFTWARE_TOKEN_MFA'] : [];
  return {
    ChallengeName: 'MFA_SETUP',
    Session: openSession(attempt, { challenge: 'MFA_SETUP', username, sub: user.sub }).id,
    ChallengeParameters: { MFAS_CAN_SETUP: JSON.stringify(factors), USER_ID_FOR_SRP: user.username },
  };
}

/** The answer is the session that VerifySoftwareToken gave. */
export async function answerSetup(attempt: Attempt, sessionId: string | undefined): Promise<Outcome> {
  const { session, user } = continueSession(attempt, sessionId, 'MFA_SETUP');
  if (!user) throw unknownUser(attempt.client);
  checkEnabled(user);
  // Unverified against AWS.
  if (!user.softwareToken?.verified)
    throw new CognitoError('SoftwareTokenMFANotFoundException', 'User has not set up software token mfa');
  session.used = true;
  return tokens(attempt, user);
}

/** The end of a sign-in. Recorded 2026-09: the challenge's parameters are there, and empty. */
async function tokens({ pool, client, service }: Attempt, user: UserRecord): Promise<Outcome> {
  return { AuthenticationResult: await signInTokens({ pool, client, user }, service), ChallengeParameters: {} };
}
