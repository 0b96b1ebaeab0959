import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider';
import type { Service } from '../handler';
import type { ClientRecord, PoolRecord, RefreshTokenRecord, UserRecord } from '../records';
import { isRotating } from '../users/client-access';
import { accessClaims, idClaims } from './claims';
import { signJwt } from './jwt';
import { signingKeys } from './keys';
import { validity } from './validity';

/** Who gets tokens, of which client. */
export interface Party {
  pool: PoolRecord;
  client: ClientRecord;
  user: UserRecord;
}

/** The three tokens of a user who has just signed in. */
export async function signInTokens(party: Party, service: Service): Promise<AuthenticationResultType> {
  const { pool, client, user } = party;
  const { store, clock, ids, call } = service;
  const now = clock();
  const signIn: RefreshTokenRecord = {
    token: newRefreshToken(service),
    userPoolId: pool.id,
    clientId: client.id,
    sub: user.sub,
    originJti: ids.uuid(),
    // Recorded 2026-09: the id of the request that signs the user in.
    eventId: call.requestId,
    authTime: Math.floor(now / 1000),
    expiresAt: now + validity(client).refresh * 1000,
    revoked: false,
  };
  forgetExpired(party, service);
  store.refreshTokens.set(signIn.token, signIn);
  user.refreshTokens.add(signIn.token);
  const { IdToken, ...tokens } = await freshTokens(party, signIn, service, true);
  return { ...tokens, RefreshToken: signIn.token, IdToken };
}

/** An access and an id token of a sign-in. The groups and the attributes are the user's of now. */
export async function freshTokens(
  party: Party,
  signIn: RefreshTokenRecord,
  { clock, ids, keys }: Pick<Service, 'clock' | 'ids' | 'keys'>,
  isSignIn = false,
): Promise<AuthenticationResultType> {
  const lasts = validity(party.client);
  const issuedAt = Math.floor(clock() / 1000);
  const { ownOriginJti = signIn.originJti } = signIn;
  const grant = {
    ...party,
    signIn: isRotating(party.client) ? signIn : { ...signIn, originJti: ownOriginJti },
    isSignIn,
    issuedAt,
  };
  const access = accessClaims({ ...grant, tokenId: ids.uuid(), expiresAt: issuedAt + lasts.access });
  const id = idClaims({ ...grant, tokenId: ids.uuid(), expiresAt: issuedAt + lasts.id });
  const signing = await signingKeys(party.pool, keys);
  const [AccessToken, IdToken] = await Promise.all([signJwt(signing.access, access), signJwt(signing.id, id)]);
  return { AccessToken, ExpiresIn: lasts.access, TokenType: 'Bearer', IdToken };
}

/** Opaque to its holder. On AWS it is a JWE of five parts, and clients tell it from a JWT by that. */
export function newRefreshToken({ ids }: Pick<Service, 'ids'>): string {
  const header = Buffer.from('{"cty":"JWT","enc":"A256GCM","alg":"RSA-OAEP"}').toString('base64url');
  return [header, ...[64, 12, 96, 16].map((length) => ids.bytes(length).toString('base64url'))].join('.');
}

/** Refresh tokens that are kept; the oldest make room. */
const maximumRefreshTokens = 100_000;

/** Forgets sign-ins: the user's own that are over, and the oldest of all. */
function forgetExpired({ user }: Party, { store, clock }: Pick<Service, 'store' | 'clock'>): void {
  const now = clock();
  for (const token of user.refreshTokens)
    if ((store.refreshTokens.get(token)?.expiresAt ?? 0) <= now) user.refreshTokens.delete(token);
  for (const [token, { expiresAt }] of store.refreshTokens) {
    if (expiresAt > now && store.refreshTokens.size < maximumRefreshTokens) return;
    store.refreshTokens.delete(token);
  }
}
