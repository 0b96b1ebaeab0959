import type { UserRecord } from '../records';

const quietTime = 15 * 60 * 1000;

/** Whether wrong passwords keep the user out for now. Documented: an attempt meanwhile does not count. */
export const isLocked = ({ lockedUntil = 0 }: UserRecord, now: number): boolean => now < lockedUntil;

/**
 * Counts a wrong password. Documented: after the n-th, from the fifth on, the user is locked out for 2^(n-5) seconds,
 * for about 15 minutes at most; as long without an attempt after a lockout, and the count begins anew.
 */
export function recordFailure(user: UserRecord, now: number): void {
  const isLongAgo = user.lockedUntil !== undefined && now >= user.lockedUntil + quietTime;
  user.failedSignIns = isLongAgo ? 1 : user.failedSignIns + 1;
  if (user.failedSignIns >= 5) user.lockedUntil = now + Math.min(2 ** (user.failedSignIns - 5) * 1000, quietTime);
}

/** Forgets the wrong passwords. */
export function recordSuccess(user: UserRecord): void {
  user.failedSignIns = 0;
  delete user.lockedUntil;
}
