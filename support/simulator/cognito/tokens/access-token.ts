import { CognitoError, notAuthorized, userNotFound } from '../errors';
import type { Service } from '../handler';
import { findClient } from '../find-pool';
import type { ClientRecord, PoolRecord, UserRecord } from '../records';
import { findUser } from '../users/directory';
import { checkEnabled } from '../users/status';
import { issuerOf } from './issuer';
import { isSignedBy, readJwt, type Claims } from './jwt';
import { isRevoked } from './revocation';

/** Whom an access token speaks for. */
export interface Bearer {
  pool: PoolRecord;
  client: ClientRecord;
  user: UserRecord;
}

/**
 * Accepts an access token, or says what is wrong with it. Recorded from AWS 2026-09: an id token is invalid; the
 * token of a deleted client fails at once, as does that of a disabled user. Unverified: the text on expiry, and what
 * the token of a deleted user or pool is answered.
 *
 * @param deleted the refusal of a deleted user's token: an operation that knows no UserNotFoundException has another
 * @throws CognitoError
 */
export function requireBearer(token: string | undefined, service: Service, deleted = userNotFound): Bearer {
  const claims = readJwt(token ?? '');
  if (claims?.token_use !== 'access') throw notAuthorized('Invalid Access Token');
  const pool = signingPool(token ?? '', claims, service);
  if (Number(claims.exp) * 1000 <= service.clock()) throw notAuthorized('Access Token has expired');
  const { client } = findClient(service, String(claims.client_id));
  const user = pool.users.get(String(claims.sub));
  if (!user) throw findUser(pool, String(claims.username)) ? ofNamesake(pool, claims) : deleted();
  checkEnabled(user);
  if (isRevoked(service.store, claims)) throw revoked();
  return { pool, client, user };
}

/** The refusal of a deleted user's token, where another user has taken the name since (recorded from AWS 2026). */
function ofNamesake(pool: PoolRecord, { username }: Claims): CognitoError {
  return findUser(pool, String(username))?.status === 'UNCONFIRMED'
    ? new CognitoError('UserNotConfirmedException', 'User is not confirmed.')
    : notAuthorized('Invalid access token.');
}

/** Recorded from AWS 2026-09. */
export const revoked = (): CognitoError => notAuthorized('Access Token has been revoked');

function signingPool(token: string, { iss }: Claims, { store, call }: Service): PoolRecord {
  const pool = store.pools.get(String(iss).split('/').at(-1) ?? '');
  const isOurs = pool?.keys && pool.region === call.region && issuerOf(pool) === iss;
  if (!isOurs || !isSignedBy(token, [pool.keys!.access]))
    throw notAuthorized('Could not verify signature for Access Token');
  return pool;
}
