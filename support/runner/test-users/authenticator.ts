import { createHmac } from 'node:crypto';

/** RFC 6238 as authenticator apps speak it: SHA-1, six digits, thirty seconds. */
const period = 30_000;
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** An authenticator app with the secret of one user. */
export class Authenticator {
  readonly #key: Buffer;
  #lastStep = -Infinity;

  constructor(
    secret: string,
    private readonly clock: () => number = Date.now,
  ) {
    const bits = [...secret.toUpperCase()]
      .map((letter) => base32.indexOf(letter).toString(2).padStart(5, '0'))
      .join('');
    this.#key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  }

  /**
   * A code that was not given out before, because Cognito accepts each once. The first is that of the step before,
   * which is near enough (reported), so that the second need not wait for the next half a minute.
   */
  code(): string {
    const now = Math.floor(this.clock() / period);
    this.#lastStep = Math.max(now - 1, this.#lastStep + 1);
    return this.#codeOf(this.#lastStep);
  }

  #codeOf(step: number): string {
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(step));
    const digest = createHmac('sha1', this.#key).update(counter).digest();
    const offset = digest.at(-1)! & 0x0f;
    return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
  }
}
