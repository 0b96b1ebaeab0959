import type { UserRecord } from '../records';
import { signInTokens } from '../tokens/issue';
import type { Attempt, Outcome } from './attempt';

export async function afterFirstFactor(attempt: Attempt, user: UserRecord, _username: string): Promise<Outcome> {
  return tokens(attempt, user);
}

/** The end of a sign-in. Recorded 2026-09: the challenge's parameters are there, and empty. */
async function tokens({ pool, client, service }: Attempt, user: UserRecord): Promise<Outcome> {
  return { AuthenticationResult: await signInTokens({ pool, client, user }, service), ChallengeParameters: {} };
}
