import { CognitoError, notAuthorized } from '../errors';
import type { Service } from '../handler';
import type { ClientRecord, RefreshTokenRecord, UserRecord } from '../records';
import { newRefreshToken } from './issue';

/**
 * Exchanges a refresh token for its successor, which lasts no longer than it. All of it is recorded from AWS 2026: a
 * spent token is refused, which ends nothing else; within the grace period of its first use it gives another child,
 * which displaces the one before, as long as that was not used itself; a token of a revoked sign-in is refused without a
 * text.
 *
 * @throws CognitoError `RefreshTokenReuseException` or `NotAuthorizedException`
 */
export function rotate(
  signIn: RefreshTokenRecord,
  user: UserRecord,
  { settings }: ClientRecord,
  service: Service,
): RefreshTokenRecord {
  const { store, clock, ids } = service;
  const now = clock();
  if (signIn.revoked) throw notAuthorized('');
  if (signIn.expiresAt <= now) throw notAuthorized('Refresh Token has expired');
  if (signIn.spent) {
    const grace = (settings.RefreshTokenRotation?.RetryGracePeriodSeconds ?? 0) * 1000;
    const displaced = store.refreshTokens.get(signIn.spent.child);
    if (now >= signIn.spent.at + grace || !displaced || displaced.spent)
      throw new CognitoError('RefreshTokenReuseException', 'Refresh token reuse detected');
    // Spent long ago: it has no grace period of its own.
    displaced.spent = { at: 0, child: '' };
  }
  const { spent, ...inherited } = signIn;
  const child = { ...inherited, token: newRefreshToken(service), ownOriginJti: ids.uuid() };
  signIn.spent = { at: spent?.at ?? now, child: child.token };
  store.refreshTokens.set(child.token, child);
  user.refreshTokens.add(child.token);
  return child;
}
