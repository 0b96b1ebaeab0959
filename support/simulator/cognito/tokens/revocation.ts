import type { RefreshTokenRecord, UserRecord } from '../records';
import type { Store } from '../store';
import type { Claims } from './jwt';

/** Revoked sign-ins that are kept; the oldest make room. */
const maximumRevoked = 100_000;

/** No access token is good for longer than a day (documented). */
const longest = 24 * 60 * 60 * 1000;

/**
 * Revokes a sign-in: all refresh tokens that a rotation made of one, and the access tokens that came of them. What a
 * rotated token gave after rotation was switched off is not reached (recorded from AWS 2026).
 */
export function revokeSignIn(store: Store, { originJti, sub, userPoolId }: RefreshTokenRecord, now: number): void {
  const { refreshTokens = [] } = store.pools.get(userPoolId)?.users.get(sub) ?? {};
  for (const token of refreshTokens) {
    const signIn = store.refreshTokens.get(token);
    if (signIn?.originJti === originJti) revoke(store, signIn, now);
  }
}

/** Revokes one refresh token of a sign-in, and every access token that came of the sign-in. */
function revoke(store: Store, signIn: RefreshTokenRecord, now: number): void {
  signIn.revoked = true;
  forgetExpired(store, now);
  // Tokens of a client without revocation carry no origin_jti, yet a sign-out ends them as well.
  for (const id of [signIn.originJti, signIn.eventId]) store.revokedTokens.set(id, now + longest);
}

/** Revokes all that the user holds: a sign-out everywhere, a disabled user. */
export function revokeAll(store: Store, user: UserRecord, now: number): void {
  for (const token of user.refreshTokens) {
    const signIn = store.refreshTokens.get(token);
    if (!signIn) continue;
    revoke(store, signIn, now);
    if (signIn.ownOriginJti !== undefined) store.revokedTokens.set(signIn.ownOriginJti, now + longest);
  }
}

/** Whether the sign-in that an access token came of is revoked. */
export const isRevoked = (store: Store, { origin_jti, event_id }: Claims): boolean =>
  store.revokedTokens.has(String(origin_jti ?? event_id));

function forgetExpired({ revokedTokens }: Store, now: number): void {
  for (const [id, until] of revokedTokens) {
    if (until > now && revokedTokens.size < maximumRevoked) return;
    revokedTokens.delete(id);
  }
}
