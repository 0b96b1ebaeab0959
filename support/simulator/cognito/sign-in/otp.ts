import { CognitoError } from '../errors';
import type { UserRecord } from '../records';
import { timingSafeTextEqual } from '../timing-safe-equal';
import { deliver, mediumOf, type Address } from '../users/delivery';
import { decoyDelivery } from '../users/decoy-delivery';
import { checkEnabled } from '../users/status';
import { requireParameter, type SignInAttempt, type SignInOutcome } from './sign-in-attempt';
import { continueSession, openSession } from './sessions';
import { tokens } from './tokens';

/** The challenges that a code in a message answers. Documented: one by email has eight digits, one by SMS six. */
export const otpFactors = {
  SMS_MFA: { address: 'phone_number', digits: 6 },
  SMS_OTP: { address: 'phone_number', digits: 6 },
  EMAIL_OTP: { address: 'email', digits: 8 },
} as const satisfies Record<string, { address: Address; digits: number }>;

export type OtpFactor = keyof typeof otpFactors;

/**
 * Sends the code, and says where to. For a user who does not exist, and must not be seen not to, it says the same.
 */
export function sendOtp(
  attempt: SignInAttempt,
  user: UserRecord | undefined,
  username: string,
  factor: OtpFactor,
): SignInOutcome {
  const { pool, service } = attempt;
  const { address, digits } = otpFactors[factor];
  const code = service.ids.text(digits, '0123456789');
  const session = openSession(attempt, { challenge: factor, username, ...(user && { sub: user.sub }), data: { code } });
  const { Destination = '' } = user
    ? deliver(service, pool, user, { address, kind: 'sign-in', code })
    : decoyDelivery(pool, username, address);
  return {
    ChallengeName: factor,
    Session: session.id,
    ChallengeParameters: {
      CODE_DELIVERY_DELIVERY_MEDIUM: mediumOf[address],
      CODE_DELIVERY_DESTINATION: Destination,
      USER_ID_FOR_SRP: user?.username ?? username,
    },
  };
}

/** The code. A wrong one leaves the session open, however often; recorded from AWS 2026-09 for a code by email. */
export const answerOtp =
  (factor: OtpFactor) =>
  async (attempt: SignInAttempt, sessionId: string | undefined): Promise<SignInOutcome> => {
    const code = requireParameter(attempt, `${factor}_CODE`);
    const { session, user } = continueSession(attempt, sessionId, factor);
    if (user) checkEnabled(user);
    if (!user || !timingSafeTextEqual(code, session.data.code ?? ''))
      throw new CognitoError('CodeMismatchException', 'Invalid code or auth state for the user.');
    session.used = true;
    return tokens(attempt, user);
  };
