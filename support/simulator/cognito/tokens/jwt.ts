import { createPublicKey, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';
import type { SigningKey } from '../records';

export type Claims = Record<string, unknown>;

/** Signs a JWT with RS256, off the main thread. The header has these two members and no `typ` (recorded 2026-09). */
export async function signJwt({ kid, privateKey }: SigningKey, claims: Claims): Promise<string> {
  const content = `${encode({ kid, alg: 'RS256' })}.${encode(claims)}`;
  const signature = await promisify(sign)('sha256', Buffer.from(content), privateKey);
  return `${content}.${signature.toString('base64url')}`;
}

/** Whether the token is signed by one of the keys, the one that its header names. */
export function isSignedBy(token: string, keys: SigningKey[]): boolean {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const kid = decode(header)?.kid;
  const key = keys.find((candidate) => candidate.kid === kid);
  if (!key || decode(header)?.alg !== 'RS256') return false;
  const content = Buffer.from(`${header}.${payload}`);
  return verify('sha256', content, createPublicKey(key.privateKey), Buffer.from(signature, 'base64url'));
}

/** The claims of what looks like a JWT; nothing is verified. */
export function readJwt(token: string): Claims | undefined {
  const parts = token.split('.');
  return parts.length === 3 ? decode(parts[1] ?? '') : undefined;
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function decode(part: string): Claims | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Claims) : undefined;
  } catch {
    return undefined;
  }
}
