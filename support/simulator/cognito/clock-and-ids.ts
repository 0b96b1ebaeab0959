import { randomBytes, randomInt, randomUUID } from 'node:crypto';

/** Now, in epoch milliseconds. Injected, so that tests can let a temporary password expire. */
export type Clock = () => number;

/** Where ids, secrets and codes come from. Injected, so that a run can be repeated to the letter. */
export interface Ids {
  /** A UUID: request ids, token ids. */
  uuid(): string;
  /** `sub` of a user. UUID-shaped; on AWS the third group now reads `70xx` (recorded 2026-09). */
  sub(): string;
  /** `length` characters of `alphabet`, e.g. a pool's nine or a client's twenty-six. */
  text(length: number, alphabet: string): string;
  /** `length` random bytes: salts, private exponents, sessions. */
  bytes(length: number): Buffer;
}

export const systemClock: Clock = () => Date.now();

export const randomIds: Ids = {
  uuid: () => randomUUID(),
  sub: () => randomUUID().replace(/^(.{8}-.{4}-)4.(..-)/, '$170$2'),
  text: (length, alphabet) => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join(''),
  bytes: (length) => randomBytes(length),
};
