import { createHmac } from 'node:crypto';
import { notAuthorized } from '../errors';
import type { ClientRecord } from '../records';
import { timingSafeTextEqual } from '../timing-safe-equal';

/**
 * Checks the hash that a client with a secret must send: Base64(HMAC-SHA256(secret, name + client id)).
 *
 * @param names any of which the hash may be of
 * @throws CognitoError `NotAuthorizedException`; both texts are recorded from AWS 2026-09 on InitiateAuth
 */
export function checkSecretHash(client: ClientRecord, hash: string | undefined, ...names: string[]): void {
  checkHash(client, hash, names, `Unable to verify secret hash for client ${client.id}`);
}

/**
 * The same at a refresh, where a wrong hash is refused in other words (known from clients' reports, 2023 to 2025).
 */
export function checkRefreshHash(client: ClientRecord, hash: string | undefined, ...names: string[]): void {
  checkHash(client, hash, names, `SecretHash does not match for the client: ${client.id}`);
}

function checkHash(client: ClientRecord, hash: string | undefined, names: string[], refusal: string): void {
  if (!client.secret) return;
  if (!hash) throw notAuthorized(`Client ${client.id} is configured with secret but SECRET_HASH was not received`);
  const { secret, id } = client;
  const isRight = names.some((name) =>
    timingSafeTextEqual(
      createHmac('sha256', secret)
        .update(name + id)
        .digest('base64'),
      hash,
    ),
  );
  if (!isRight) throw notAuthorized(refusal);
}

/**
 * Refuses attributes that the client may not write. A client for which nothing was set may write all but those of
 * developers.
 *
 * @throws CognitoError `NotAuthorizedException`; the text is recorded from AWS 2026-09
 */
export function checkWritable({ settings }: ClientRecord, names: string[]): void {
  const isWritable = (name: string) =>
    settings.WriteAttributes?.length ? settings.WriteAttributes.includes(name) : !name.startsWith('dev:');
  if (!names.every(isWritable)) throw notAuthorized('A client attempted to write unauthorized attribute');
}

/** Whether the client may read the attribute. `sub` always (recorded 2026-09). */
export const isReadable = ({ settings }: ClientRecord, name: string): boolean =>
  name === 'sub' ||
  (settings.ReadAttributes?.length ? settings.ReadAttributes.includes(name) : !name.startsWith('dev:'));

/** Whether the client may sign in by a choice of first factors. */
export const allowsUserAuth = ({ settings }: ClientRecord): boolean =>
  settings.ExplicitAuthFlows?.includes('ALLOW_USER_AUTH') === true;

/** Whether the client's refresh tokens are exchanged for new ones. */
export const isRotating = ({ settings }: ClientRecord): boolean => settings.RefreshTokenRotation?.Feature === 'ENABLED';

/** Whether the client hides which users exist. */
export const hidesUsers = ({ settings }: ClientRecord): boolean => settings.PreventUserExistenceErrors === 'ENABLED';
