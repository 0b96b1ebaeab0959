import { createHmac } from 'node:crypto';
import { CognitoError } from '../errors';
import type { Ids } from '../clock-and-ids';
import type { UserRecord } from '../records';

/** RFC 6238 as authenticator apps speak it: SHA-1, six digits, thirty seconds. */
const period = 30_000;
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A new shared secret: 52 characters of base32, as on AWS. */
export const newSecret = (ids: Pick<Ids, 'text'>): string => ids.text(52, base32);

/** The code of a moment, in epoch milliseconds: what an authenticator app shows. */
export const totp = (secret: string, at: number): string => codeOf(secret, Math.floor(at / period));

/**
 * Whether this is a code of the user's authenticator; a step early or late is near enough. An accepted code is used
 * up.
 *
 * @throws CognitoError `ExpiredCodeException` for a code that was used before; widely reported, unverified against AWS
 */
export function acceptTotp(
  { softwareToken: token }: Pick<UserRecord, 'softwareToken'>,
  code: string | undefined,
  now: number,
): boolean {
  if (!token) return false;
  const step = Math.floor(now / period);
  const match = [step, step - 1, step + 1].find((candidate) => codeOf(token.secret, candidate) === code);
  if (match === undefined) return false;
  if (match <= (token.lastStep ?? -Infinity))
    throw new CognitoError('ExpiredCodeException', 'Your software token has already been used once.');
  token.lastStep = match;
  return true;
}

function codeOf(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', decode(secret)).update(counter).digest();
  const offset = digest.at(-1)! & 0x0f;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function decode(text: string): Buffer {
  const bits = [...text].map((character) => base32.indexOf(character).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}
