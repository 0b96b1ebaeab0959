import type { CallContext } from '../cognito/handler';
import type { PoolRecord } from '../cognito/records';
import type { Store } from '../cognito/store';
import { readCredential, type Credential } from './authorization';
import { header, type Request } from './http';
import { isUnsigned } from './operation-traits';

/** Where an unsigned request that names nothing known ends up: it finds nothing there either. */
const nowhere = 'us-east-1';

export interface CallerOptions {
  store: Store;
  /** The account of every caller whose access key is not an account id itself. */
  accountId: string;
}

/**
 * Whose call it is, in which region.
 *
 * A signed call says so in its credential scope, as on AWS; an access key of twelve digits is the account itself, so
 * that one sandbox holds several accounts apart. Unsigned calls reach a region by its endpoint on AWS. Here all share
 * one, so they are taken to the pool that their client id, access token or session belongs to.
 *
 * @throws CognitoError for a signed operation without credentials, or with a malformed header
 */
export function callerOf(
  operation: string,
  { headers }: Request,
  input: Record<string, unknown>,
  { store, accountId }: CallerOptions,
): Omit<CallContext, 'requestId'> {
  const authorization = header(headers, 'authorization');
  if (isUnsigned(operation)) {
    const pool = poolOf(input, store);
    const region = scopeIfAny(authorization)?.region ?? pool?.region ?? nowhere;
    return { region, accountId: pool?.accountId ?? accountId };
  }
  const hasDate = headers['x-amz-date'] !== undefined || headers.date !== undefined;
  const { accessKeyId, region } = readCredential(authorization, hasDate);
  return { region, accountId: /^\d{12}$/.test(accessKeyId) ? accessKeyId : accountId };
}

function scopeIfAny(authorization: string | undefined): Credential | undefined {
  try {
    return readCredential(authorization);
  } catch {
    return undefined;
  }
}

function poolOf({ ClientId, AccessToken, Session }: Record<string, unknown>, store: Store): PoolRecord | undefined {
  const id =
    (typeof ClientId === 'string' ? store.clients.get(ClientId)?.userPoolId : undefined) ??
    (typeof AccessToken === 'string' ? issuingPool(AccessToken) : undefined) ??
    (typeof Session === 'string' ? store.sessions.get(Session)?.userPoolId : undefined);
  return id === undefined ? undefined : store.pools.get(id);
}

/** The pool that a token says it is from. Nothing rests on it but where the token is then checked. */
function issuingPool(token: string): string | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    const issuer = (claims as { iss?: unknown } | null)?.iss;
    return typeof issuer === 'string' ? issuer.slice(issuer.lastIndexOf('/') + 1) : undefined;
  } catch {
    return undefined;
  }
}
