import { createHash, createPublicKey, generateKeyPair, type JsonWebKey } from 'node:crypto';
import { promisify } from 'node:util';
import type { PoolRecord, SigningKey } from '../records';

/**
 * The pool's two keys: AWS signs id and access tokens with different ones (recorded 2026-09).
 *
 * Made at the first token, off the main thread: a key costs a tenth of a second or more, and most pools never need
 * one. Two calls at once may both make some; the first to finish is kept.
 */
export async function signingKeys(pool: PoolRecord): Promise<{ id: SigningKey; access: SigningKey }> {
  if (pool.keys) return pool.keys;
  const [id, access] = await Promise.all([newKey(), newKey()]);
  return (pool.keys ??= { id, access });
}

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
