import type { ClientRecord, PoolRecord, RefreshTokenRecord, UserRecord } from '../records';
import { isReadable, isRotating } from '../users/client-access';
import { isTrue } from '../users/attributes';
import { groupClaims } from './group-claims';
import { issuerOf } from './issuer';
import type { Claims } from './jwt';

export interface Grant {
  pool: PoolRecord;
  client: ClientRecord;
  user: UserRecord;
  /** What all tokens of one sign-in have in common. */
  signIn: Pick<RefreshTokenRecord, 'originJti' | 'eventId' | 'authTime'>;
  /** `jti`. */
  tokenId: string;
  /** Whether the user has just signed in; otherwise a refresh token gives the tokens. */
  isSignIn: boolean;
  /** Epoch seconds. */
  issuedAt: number;
  /** Epoch seconds. */
  expiresAt: number;
}

export function accessClaims(grant: Grant): Claims {
  const { pool, client, user } = grant;
  const { 'cognito:groups': groups } = groupClaims(pool, user);
  return {
    sub: user.sub,
    ...(groups !== undefined && { 'cognito:groups': groups }),
    ...commonClaims(grant, isRevocable(client) || (isRotating(client) && !grant.isSignIn)),
    client_id: client.id,
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
    jti: grant.tokenId,
    username: user.username,
  };
}

export function idClaims(grant: Grant): Claims {
  const { pool, client, user } = grant;
  const isTraceable = isRevocable(client) || isRotating(client);
  const attributes = Object.entries(user.attributes).filter(([name]) => isReadable(client, name));
  return {
    ...Object.fromEntries(attributes.map(([name, value]) => [name, claimOf(name, value)])),
    sub: user.sub,
    ...groupClaims(pool, user),
    ...commonClaims(grant, isTraceable),
    'cognito:username': user.username,
    aud: client.id,
    token_use: 'id',
    ...(isTraceable && { jti: grant.tokenId }),
  };
}

const commonClaims = ({ pool, signIn, issuedAt, expiresAt }: Grant, namesOrigin: boolean): Claims => ({
  iss: issuerOf(pool),
  ...(namesOrigin && { origin_jti: signIn.originJti }),
  event_id: signIn.eventId,
  auth_time: signIn.authTime,
  exp: expiresAt,
  iat: issuedAt,
});

/**
 * Documented: without revocation, tokens do not say which sign-in they come of. With rotation the id token does all the
 * same, and the access token from the first refresh on (recorded from AWS 2026).
 */
const isRevocable = ({ settings }: ClientRecord): boolean => settings.EnableTokenRevocation !== false;

/** Documented: an address is a structure, a flag is a boolean; every other attribute is a string, numbers too. */
function claimOf(name: string, value: string): unknown {
  if (name === 'address') return { formatted: value };
  return name === 'email_verified' || name === 'phone_number_verified' ? isTrue(value) : value;
}
