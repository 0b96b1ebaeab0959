import { CognitoError, invalidParameter } from '../errors';
import type { PoolRecord, UserRecord } from '../records';
import { checkEnabled } from '../users/status';
import { requireParameter, unknownUser, type SignInAttempt, type SignInOutcome } from './sign-in-attempt';
import { sendOtp } from './otp';
import { continueSession, openSession } from './sessions';
import { softwareTokenChallenge } from './software-token';
import { tokens } from './tokens';

type SecondFactor = 'SMS_MFA' | 'SOFTWARE_TOKEN_MFA' | 'EMAIL_OTP';

/**
 * What follows a proven password that may stay: the second factor where there is one to prove, or the tokens.
 * Documented: the user's preferred factor, a choice between several, setting one up where everyone needs one.
 */
export async function afterFirstFactor(
  attempt: SignInAttempt,
  user: UserRecord,
  username: string,
): Promise<SignInOutcome> {
  const { pool } = attempt;
  const { MfaConfiguration: mfa = 'OFF' } = pool.settings;
  const factors = mfa === 'OFF' ? [] : factorsOf(pool, user);
  const chosen = factors.find((factor) => factor === user.mfaPreference?.preferred) ?? factors[0];
  if (!chosen) return mfa === 'ON' ? setupChallenge(attempt, user, username) : tokens(attempt, user);
  return factors.length > 1 && !user.mfaPreference?.preferred
    ? selectionChallenge(attempt, user, username, factors)
    : challenge(attempt, user, username, chosen);
}

/** What the pool can ask for. */
const offered = ({ settings, mfa }: PoolRecord): SecondFactor[] => [
  ...(settings.SmsConfiguration ? (['SMS_MFA'] as const) : []),
  ...(mfa.softwareTokenEnabled ? (['SOFTWARE_TOKEN_MFA'] as const) : []),
  ...(mfa.email ? (['EMAIL_OTP'] as const) : []),
];

/** What of it this user has, and wants: where everyone needs a second factor, having it is enough. */
const factorsOf = (pool: PoolRecord, { attributes, softwareToken, mfaPreference }: UserRecord): SecondFactor[] => {
  const has: Record<SecondFactor, unknown> = {
    SMS_MFA: attributes.phone_number,
    SOFTWARE_TOKEN_MFA: softwareToken?.verified,
    EMAIL_OTP: attributes.email,
  };
  const wants = (factor: SecondFactor) =>
    pool.settings.MfaConfiguration === 'ON' || mfaPreference?.enabled.includes(factor) === true;
  return offered(pool).filter((factor) => has[factor] && wants(factor));
};

const challenge = (attempt: SignInAttempt, user: UserRecord, username: string, factor: SecondFactor): SignInOutcome =>
  factor === 'SOFTWARE_TOKEN_MFA'
    ? softwareTokenChallenge(attempt, user, username)
    : sendOtp(attempt, user, username, factor);

/** SELECT_MFA_TYPE. What can be chosen is JSON in a string (documented). */
function selectionChallenge(
  attempt: SignInAttempt,
  user: UserRecord,
  username: string,
  factors: SecondFactor[],
): SignInOutcome {
  return {
    ChallengeName: 'SELECT_MFA_TYPE',
    Session: openSession(attempt, { challenge: 'SELECT_MFA_TYPE', username, sub: user.sub }).id,
    ChallengeParameters: { MFAS_CAN_CHOOSE: JSON.stringify(factors), USER_ID_FOR_SRP: user.username },
  };
}

export async function answerSelectMfaType(
  attempt: SignInAttempt,
  sessionId: string | undefined,
): Promise<SignInOutcome> {
  const answer = requireParameter(attempt, 'ANSWER');
  const { session, user } = continueSession(attempt, sessionId, 'SELECT_MFA_TYPE');
  if (!user) throw unknownUser(attempt.client);
  checkEnabled(user);
  const factor = factorsOf(attempt.pool, user).find((candidate) => candidate === answer);
  // Unverified against AWS.
  if (!factor) throw invalidParameter(`Selected challenge ${answer} is not available.`);
  session.used = true;
  return challenge(attempt, user, session.username, factor);
}

/** MFA_SETUP: the user needs a second factor and has none. What can be set up is JSON in a string (documented). */
function setupChallenge(attempt: SignInAttempt, user: UserRecord, username: string): SignInOutcome {
  return {
    ChallengeName: 'MFA_SETUP',
    Session: openSession(attempt, { challenge: 'MFA_SETUP', username, sub: user.sub }).id,
    ChallengeParameters: { MFAS_CAN_SETUP: JSON.stringify(offered(attempt.pool)), USER_ID_FOR_SRP: user.username },
  };
}

/** The answer is the session that VerifySoftwareToken gave. */
export async function answerMfaSetup(attempt: SignInAttempt, sessionId: string | undefined): Promise<SignInOutcome> {
  const { session, user } = continueSession(attempt, sessionId, 'MFA_SETUP');
  if (!user) throw unknownUser(attempt.client);
  checkEnabled(user);
  // Unverified against AWS.
  if (!user.softwareToken?.verified)
    throw new CognitoError('SoftwareTokenMFANotFoundException', 'User has not set up software token mfa');
  session.used = true;
  return tokens(attempt, user);
}
