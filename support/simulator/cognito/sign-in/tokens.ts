import type { UserRecord } from '../records';
import { signInTokens } from '../tokens/issue';
import type { SignInAttempt, SignInOutcome } from './sign-in-attempt';

/** The end of a sign-in. Recorded 2026-09: the challenge's parameters are there, and empty. */
export async function tokens({ pool, client, service }: SignInAttempt, user: UserRecord): Promise<SignInOutcome> {
  return { AuthenticationResult: await signInTokens({ pool, client, user }, service), ChallengeParameters: {} };
}
