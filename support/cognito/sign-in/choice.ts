import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter } from '../errors';
import type { SessionRecord } from '../records';
import { hidesUsers } from '../users/client-access';
import { identify, requireParameter, unknownUser, type Attempt, type Outcome } from './attempt';
import { signInByPassword } from './password';
import { beginSecurePassword } from './secure-password';
import { continueSession, openSession } from './sessions';

type Factor = 'PASSWORD' | 'PASSWORD_SRP';

/**
 * USER_AUTH: the caller prefers a first factor, or is told which there are. Passwords are; one-time codes and passkeys
 * are not simulated, and like any factor that the user lacks they lead to the choice of the others (recorded).
 */
export async function beginChoice(attempt: Attempt): Promise<Outcome> {
  const { user, username } = identify(attempt);
  if (!user && !hidesUsers(attempt.client)) throw unknownUser(attempt.client);
  const { PREFERRED_CHALLENGE: preferred, PASSWORD, SRP_A } = attempt.parameters;
  if (preferred === 'PASSWORD' && PASSWORD) return signInByPassword(attempt);
  if (preferred === 'PASSWORD_SRP' && SRP_A) return beginSecurePassword(attempt);
  const open = (challenge: ChallengeNameType) =>
    openSession(attempt, { challenge, username, ...(user && { sub: user.sub }) }).id;
  if (preferred === 'PASSWORD' || preferred === 'PASSWORD_SRP')
    return { ChallengeName: preferred, Session: open(preferred), ChallengeParameters: {} };
  return {
    ChallengeName: 'SELECT_CHALLENGE',
    AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD'],
    Session: open('SELECT_CHALLENGE'),
    ChallengeParameters: {},
  };
}

/** SELECT_CHALLENGE: the answer names the factor and brings what begins it (documented). */
export async function answerChoice(attempt: Attempt, sessionId: string | undefined): Promise<Outcome> {
  const { session } = continueSession(attempt, sessionId, 'SELECT_CHALLENGE');
  const answer = requireParameter(attempt, 'ANSWER');
  // Unverified against AWS.
  if (answer !== 'PASSWORD' && answer !== 'PASSWORD_SRP')
    throw invalidParameter(`Selected challenge ${answer} is not available.`);
  return begin(attempt, session, answer);
}

/** PASSWORD and PASSWORD_SRP: the factor was named first, and what begins it comes now. */
export const answerFactor =
  (factor: Factor) =>
  async (attempt: Attempt, sessionId: string | undefined): Promise<Outcome> =>
    begin(attempt, continueSession(attempt, sessionId, factor).session, factor);

async function begin(attempt: Attempt, session: SessionRecord, factor: Factor): Promise<Outcome> {
  requireParameter(attempt, factor === 'PASSWORD' ? 'PASSWORD' : 'SRP_A');
  session.used = true;
  return factor === 'PASSWORD' ? signInByPassword(attempt) : beginSecurePassword(attempt);
}
