import { invalidParameter, notAuthorized } from '../errors';
import { freshTokens } from '../tokens/issue';
import { checkSecretHash } from '../users/client-access';
import { checkEnabled } from '../users/status';
import type { Attempt, Outcome } from './attempt';

/**
 * REFRESH_TOKEN and REFRESH_TOKEN_AUTH: no new refresh token comes of it. Recorded from AWS 2026-09: the texts on
 * another client, on an invalid and on a revoked token. Unverified: the texts on an expired one and on a deleted user.
 */
export async function refresh({ pool, client, service, parameters }: Attempt): Promise<Outcome> {
  const { REFRESH_TOKEN: token, SECRET_HASH: hash } = parameters;
  if (!token) throw invalidParameter('Missing required parameter REFRESH_TOKEN');
  if (!hash) checkSecretHash(client, hash);
  const signIn = service.store.refreshTokens.get(token);
  if (signIn?.userPoolId !== pool.id) throw notAuthorized('Invalid Refresh Token');
  if (signIn.clientId !== client.id) throw notAuthorized('Refresh Token has different Client');
  const user = pool.users.get(signIn.sub);
  if (!user) throw notAuthorized('The user has been deleted for the associated refresh token');
  // Documented: of the user name or the sub, whatever name the user signed in with.
  checkSecretHash(client, hash, user.username, user.sub);
  checkEnabled(user);
  if (signIn.revoked) throw notAuthorized('Refresh Token has been revoked');
  if (signIn.expiresAt <= service.clock()) throw notAuthorized('Refresh Token has expired');
  return {
    AuthenticationResult: await freshTokens({ pool, client, user }, signIn, service),
    ChallengeParameters: {},
  };
}
