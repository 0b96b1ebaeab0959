import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import { notAuthorized } from '../errors';
import { identify, type SignInAttempt, type SignInOutcome } from './sign-in-attempt';
import { answerSelectChallenge, answerFirstFactor } from './user-auth';
import { answerNewPassword } from './new-password';
import { answerOtp } from './otp';
import { answerSelectMfaType, answerMfaSetup } from './second-factor';
import { answerSoftwareToken } from './software-token';
import { answerPasswordVerifier } from './srp-auth';

type Answer = (attempt: SignInAttempt, session: string | undefined) => Promise<SignInOutcome> | SignInOutcome;

const answers: Partial<Record<ChallengeNameType, Answer>> = {
  EMAIL_OTP: answerOtp('EMAIL_OTP'),
  MFA_SETUP: answerMfaSetup,
  NEW_PASSWORD_REQUIRED: answerNewPassword,
  PASSWORD: answerFirstFactor('PASSWORD'),
  PASSWORD_SRP: answerFirstFactor('PASSWORD_SRP'),
  PASSWORD_VERIFIER: answerPasswordVerifier,
  SELECT_CHALLENGE: answerSelectChallenge,
  SELECT_MFA_TYPE: answerSelectMfaType,
  SMS_MFA: answerOtp('SMS_MFA'),
  SMS_OTP: answerOtp('SMS_OTP'),
  SOFTWARE_TOKEN_MFA: answerSoftwareToken,
};

/** Continues a sign-in. Either operation answers a challenge of either (recorded 2026-09). */
export async function answerChallenge(
  attempt: SignInAttempt,
  name: ChallengeNameType,
  session: string | undefined,
): Promise<SignInOutcome> {
  identify(attempt);
  const answer = answers[name];
  // Unverified against AWS: no session of such a challenge was ever opened.
  if (!answer) throw notAuthorized('Invalid session for the user.');
  return answer(attempt, session);
}
