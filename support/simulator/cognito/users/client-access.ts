import { createHmac } from 'node:crypto';
import { notAuthorized } from '../errors';
import type { ClientRecord } from '../records';
import { timingSafeTextEqual } from '../timing-safe-equal';

/**
 * Checks the hash that a client with a secret must send: Base64(HMAC-SHA256(secret, name + client id)).
 *
 * @param names any of which the hash may be of; at a refresh AWS takes the `sub` as well
 * @throws CognitoError `NotAuthorizedException`; both texts are recorded from AWS 2026-09 on InitiateAuth
 */
export function checkSecretHash(client: ClientRecord, hash: string | undefined, ...names: string[]): void {
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
  if (!isRight) throw notAuthorized(`Unable to verify secret hash for client ${id}`);
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

/** Whether the client hides which users exist. */
export const hidesUsers = ({ settings }: ClientRecord): boolean => settings.PreventUserExistenceErrors === 'ENABLED';
