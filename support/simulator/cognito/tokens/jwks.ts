import type { PoolRecord } from '../records';
import { publicJwk, signingKeys, type KeySource } from './keys';

/** What AWS serves at `<issuer>/.well-known/jwks.json`: the key of the id token first (recorded 2026-09). */
export async function jwks(pool: PoolRecord, keys: KeySource): Promise<{ keys: Record<string, string>[] }> {
  const { id, access } = await signingKeys(pool, keys);
  return {
    keys: [id, access].map((key) => {
      const { e = '', kty = '', n = '' } = publicJwk(key);
      return { alg: 'RS256', e, kid: key.kid, kty, n, use: 'sig' };
    }),
  };
}
