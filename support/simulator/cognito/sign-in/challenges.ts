import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import { notAuthorized } from '../errors';
import { identify, type Attempt, type Outcome } from './attempt';
import { answerChoice, answerFactor } from './user-auth';
import { answerNewPassword } from './new-password';
import { answerMessage } from './otp';
import { answerSelection, answerSetup } from './second-factor';
import { answerSoftwareToken } from './software-token';
import { answerPasswordVerifier } from './srp-auth';

type Answer = (attempt: Attempt, session: string | undefined) => Promise<Outcome> | Outcome;

const answers: Partial<Record<ChallengeNameType, Answer>> = {
  EMAIL_OTP: answerMessage('EMAIL_OTP'),
  MFA_SETUP: answerSetup,
  NEW_PASSWORD_REQUIRED: answerNewPassword,
  PASSWORD: answerFactor('PASSWORD'),
  PASSWORD_SRP: answerFactor('PASSWORD_SRP'),
  PASSWORD_VERIFIER: answerPasswordVerifier,
  SELECT_CHALLENGE: answerChoice,
  SELECT_MFA_TYPE: answerSelection,
  SMS_MFA: answerMessage('SMS_MFA'),
  SMS_OTP: answerMessage('SMS_OTP'),
  SOFTWARE_TOKEN_MFA: answerSoftwareToken,
};

/** Continues a sign-in. Either operation answers a challenge of either (recorded 2026-09). */
export async function answerChallenge(
  attempt: Attempt,
  name: ChallengeNameType,
  session: string | undefined,
): Promise<Outcome> {
  identify(attempt);
  const answer = answers[name];
  // Unverified against AWS: no session of such a challenge was ever opened.
  if (!answer) throw notAuthorized('Invalid session for the user.');
  return answer(attempt, session);
}
