import { CognitoError, invalidParameter, notAuthorized } from '../errors';
import type { Service } from '../handler';
import type { ClientRecord, PoolRecord, RefreshTokenRecord, UserRecord } from '../records';
import { freshTokens } from '../tokens/issue';
import { checkRefreshHash, isRotating } from '../users/client-access';
import { checkEnabled } from '../users/status';
import type { SignInAttempt, SignInOutcome } from './sign-in-attempt';

/**
 * REFRESH_TOKEN and REFRESH_TOKEN_AUTH: no new refresh token comes of it, and a client that rotates them cannot use it.
 * Recorded from AWS 2026: the refusal of a rotating client, the texts on another client, on an invalid and on a revoked
 * token. Unverified: the texts on an expired one and on a deleted user.
 */
export async function refresh({ pool, client, service, parameters }: SignInAttempt): Promise<SignInOutcome> {
  const { REFRESH_TOKEN: token, SECRET_HASH: hash } = parameters;
  if (isRotating(client))
    throw new CognitoError('UnsupportedOperationException', 'This API does not support refresh token rotation');
  if (!token) throw invalidParameter('Missing required parameter REFRESH_TOKEN');
  if (!hash) checkRefreshHash(client, hash);
  const { signIn, user } = findSignIn(token, { pool, client, service });
  // Documented: of the user name or the sub, whatever name the user signed in with.
  checkRefreshHash(client, hash, user.username, user.sub);
  checkEnabled(user);
  checkUsable(signIn, service);
  return {
    AuthenticationResult: await freshTokens({ pool, client, user }, signIn, service),
    ChallengeParameters: {},
  };
}

/** The sign-in that a refresh token is of, and its user; it may be revoked, spent or expired. */
export function findSignIn(
  token: string,
  { pool, client, service }: { pool: PoolRecord; client: ClientRecord; service: Service },
): { signIn: RefreshTokenRecord; user: UserRecord } {
  const signIn = service.store.refreshTokens.get(token);
  if (signIn?.userPoolId !== pool.id) throw notAuthorized('Invalid Refresh Token');
  if (signIn.clientId !== client.id) throw notAuthorized('Refresh Token has different Client');
  const user = pool.users.get(signIn.sub);
  if (!user) throw notAuthorized('The user has been deleted for the associated refresh token');
  return { signIn, user };
}

/** Without rotation, a token that was spent while it was on counts as revoked (recorded from AWS 2026). */
export function checkUsable(
  { revoked, spent, expiresAt }: RefreshTokenRecord,
  { clock }: Pick<Service, 'clock'>,
): void {
  if (revoked || spent) throw notAuthorized('Refresh Token has been revoked');
  if (expiresAt <= clock()) throw notAuthorized('Refresh Token has expired');
}
