import type { UserRecord } from '../records';
import { signInTokens } from '../tokens/issue';
import type { Attempt, Outcome } from './attempt';

/** The end of a sign-in. Recorded 2026-09: the challenge's parameters are there, and empty. */
export async function tokens({ pool, client, service }: Attempt, user: UserRecord): Promise<Outcome> {
  return { AuthenticationResult: await signInTokens({ pool, client, user }, service), ChallengeParameters: {} };
}
