import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter } from '../errors';
import type { PoolRecord, SessionRecord, UserRecord } from '../records';
import { isTrue } from '../users/attributes';
import { hidesUsers } from '../users/client-access';
import { checkEnabled } from '../users/status';
import { identify, requireParameter, unknownUser, type SignInAttempt, type SignInOutcome } from './sign-in-attempt';
import { sendOtp } from './otp';
import { signInByPassword } from './password';
import { beginSrpAuth } from './srp-auth';
import { afterFirstFactor } from './second-factor';
import { continueSession, openSession } from './sessions';

type Password = 'PASSWORD' | 'PASSWORD_SRP';
type Code = 'EMAIL_OTP' | 'SMS_OTP';

/**
 * USER_AUTH: the caller prefers a first factor, or is answered which there are. One that the user does not have leads to
 * the choice of the others (recorded from AWS 2026-09). Passkeys are not simulated.
 */
export async function beginUserAuth(attempt: SignInAttempt): Promise<SignInOutcome> {
  const { user, username } = identify(attempt);
  if (!user && !hidesUsers(attempt.client)) throw unknownUser(attempt.client);
  const { PREFERRED_CHALLENGE: preferred, PASSWORD, SRP_A } = attempt.parameters;
  if (attempt.session !== undefined) return signInAsConfirmed(attempt);
  const available = firstFactorsOf(attempt.pool, user);
  if (preferred === 'PASSWORD' && PASSWORD) return signInByPassword(attempt);
  if (preferred === 'PASSWORD_SRP' && SRP_A) return beginSrpAuth(attempt);
  const [code] = codesOf(available).filter((factor) => factor === preferred || available.length === 1);
  if (code) return { ...sendOtp(attempt, user, username, code), AvailableChallenges: available };
  const name = preferred === 'PASSWORD' || preferred === 'PASSWORD_SRP' ? preferred : 'SELECT_CHALLENGE';
  return {
    ChallengeName: name,
    ...(name === 'SELECT_CHALLENGE' && { AvailableChallenges: available }),
    Session: openSession(attempt, { challenge: name, username, ...(user && { sub: user.sub }) }).id,
    ChallengeParameters: {},
  };
}

/**
 * Documented: a code needs a factor that the pool allows, and a verified address of a confirmed user. A user who does
 * not exist would have everything.
 */
export function firstFactorsOf({ settings }: PoolRecord, user: UserRecord | undefined): ChallengeNameType[] {
  const allowed = settings.Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? ['PASSWORD'];
  const isVerified = (address: string) =>
    !user || (user.status === 'CONFIRMED' && isTrue(user.attributes[`${address}_verified`]));
  return [
    ...(!user || user.password ? (['PASSWORD_SRP', 'PASSWORD'] as const) : []),
    ...(allowed.includes('EMAIL_OTP') && isVerified('email') ? (['EMAIL_OTP'] as const) : []),
    ...(allowed.includes('SMS_OTP') && isVerified('phone_number') ? (['SMS_OTP'] as const) : []),
  ];
}

/** Documented: who has just confirmed a sign-up is signed in with the session that ConfirmSignUp gave. */
async function signInAsConfirmed(attempt: SignInAttempt): Promise<SignInOutcome> {
  const { session, user } = continueSession(attempt, attempt.session, 'CONFIRMED_SIGN_UP');
  if (!user) throw unknownUser(attempt.client);
  checkEnabled(user);
  session.used = true;
  return afterFirstFactor(attempt, user, session.username);
}

const codesOf = (factors: ChallengeNameType[]): Code[] =>
  factors.filter((factor) => factor === 'EMAIL_OTP' || factor === 'SMS_OTP');

/** SELECT_CHALLENGE: the answer names the factor and brings what begins it (documented). */
export async function answerSelectChallenge(
  attempt: SignInAttempt,
  sessionId: string | undefined,
): Promise<SignInOutcome> {
  const { session, user } = continueSession(attempt, sessionId, 'SELECT_CHALLENGE');
  const answer = requireParameter(attempt, 'ANSWER');
  if (answer === 'PASSWORD' || answer === 'PASSWORD_SRP') return begin(attempt, session, answer);
  const code = codesOf(firstFactorsOf(attempt.pool, user)).find((factor) => factor === answer);
  // Unverified against AWS.
  if (!code) throw invalidParameter(`Selected challenge ${answer} is not available.`);
  session.used = true;
  return sendOtp(attempt, user, session.username, code);
}

/** PASSWORD and PASSWORD_SRP: the factor was named first, and what begins it comes now. */
export const answerFirstFactor =
  (factor: Password) =>
  async (attempt: SignInAttempt, sessionId: string | undefined): Promise<SignInOutcome> =>
    begin(attempt, continueSession(attempt, sessionId, factor).session, factor);

async function begin(attempt: SignInAttempt, session: SessionRecord, factor: Password): Promise<SignInOutcome> {
  requireParameter(attempt, factor === 'PASSWORD' ? 'PASSWORD' : 'SRP_A');
  session.used = true;
  return factor === 'PASSWORD' ? signInByPassword(attempt) : beginSrpAuth(attempt);
}
