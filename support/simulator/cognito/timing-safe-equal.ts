import { timingSafeEqual } from 'node:crypto';

/** Whether two secrets are equal; the time that it takes does not tell how much of them is. */
export function timingSafeTextEqual(a: string, b: string): boolean {
  const [first, second] = [Buffer.from(a), Buffer.from(b)];
  return first.length === second.length && timingSafeEqual(first, second);
}
