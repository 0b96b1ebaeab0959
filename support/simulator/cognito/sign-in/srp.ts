import { createHash, createHmac } from 'node:crypto';

/**
 * The server's side of SRP-6a as Cognito's clients speak it: RFC 5054's 3072-bit group, SHA-256, numbers padded to
 * whole bytes with a leading zero where the sign bit would be set, and a signature under a derived key in the place
 * of M1.
 */

/** RFC 3526's 3072-bit prime, RFC 5054's third group; its generator is 2. */
const prime = BigInt(
  '0x' +
    'FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74' +
    '020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437' +
    '4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED' +
    'EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF05' +
    '98DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB' +
    '9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B' +
    'E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718' +
    '3995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33' +
    'A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7' +
    'ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864' +
    'D87602733EC86A64521F2B18177B200CBBE117577A615D6C770988C0BAD946E2' +
    '08E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF',
);
const generator = 2n;

/** The server's public value, B. Both numbers, and the answer, are hexadecimal. */
export function publicValue(x: string, serverPrivate: string): string {
  const k = number(hash(padded(prime), padded(generator)));
  const verifier = power(generator, number(x));
  return ((k * verifier + power(generator, number(serverPrivate))) % prime).toString(16);
}

/** Whether the client's public value proves anything: with a multiple of the prime, everybody knows the secret. */
export const isPublicValue = (value: string): boolean => number(value) % prime !== 0n;

/** One exchange; all numbers hexadecimal. */
export interface Exchange {
  /** Of the user's password. */
  x: string;
  /** The client's public value. */
  clientPublic: string;
  /** The server's private value. */
  serverPrivate: string;
  /** What `publicValue` made of it. */
  serverPublic: string;
}

/**
 * The signature that only a client who knows the password can make, base64.
 *
 * @param message what is signed: the pool's name, the user's, the secret block and the time
 */
export function signature({ x, clientPublic, serverPrivate, serverPublic }: Exchange, message: Buffer): string {
  const [a, b] = [number(clientPublic), number(serverPublic)];
  const u = number(hash(padded(a), padded(b)));
  const verifier = power(generator, number(x));
  const secret = power((a * power(verifier, u)) % prime, number(serverPrivate));
  const extracted = hmac(padded(u), padded(secret));
  const key = hmac(extracted, Buffer.from('Caldera Derived Key\u0001')).subarray(0, 16);
  return hmac(key, message).toString('base64');
}

const hash = (...parts: Buffer[]): string => createHash('sha256').update(Buffer.concat(parts)).digest('hex');

const hmac = (key: Buffer, data: Buffer): Buffer => createHmac('sha256', key).update(data).digest();

const number = (hex: string): bigint => BigInt(`0x${hex}`);

function padded(value: bigint): Buffer {
  const hex = value.toString(16);
  const even = hex.length % 2 ? `0${hex}` : hex;
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex');
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = base % prime, rest = exponent; rest > 0n; rest >>= 1n, square = (square * square) % prime)
    if (rest & 1n) result = (result * square) % prime;
  return result;
}
