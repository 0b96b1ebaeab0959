import { createHash, createPublicKey, generateKeyPair, type JsonWebKey } from 'node:crypto';
import { promisify } from 'node:util';
import type { PoolRecord, SigningKey } from '../records';

/**
 * The pool's two keys: AWS signs id and access tokens with different ones (recorded 2026-09).
 *
 * Asked for at the first token: most pools never need any. Two calls at once may both get some; the first are kept.
 */
export async function signingKeys(pool: PoolRecord, keys: KeySource): Promise<SigningKeys> {
  return pool.keys ?? keys().then((made) => (pool.keys ??= made));
}

/** A pool's two keys. */
export interface SigningKeys {
  id: SigningKey;
  access: SigningKey;
}

/** Where a pool's keys come from. Injected, because making them costs more than all that the lab does with them. */
export type KeySource = () => Promise<SigningKeys>;

/** New keys, made off the main thread: each costs a tenth of a second or more. */
export const newKeys: KeySource = async () => {
  const [id, access] = await Promise.all([newKey(), newKey()]);
  return { id, access };
};

/** The public half, as a JWK without its metadata. */
export const publicJwk = ({ privateKey }: SigningKey): JsonWebKey =>
  createPublicKey(privateKey).export({ format: 'jwk' });

async function newKey(): Promise<SigningKey> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { kid: createHash('sha256').update(publicKey).digest('base64'), privateKey };
}
