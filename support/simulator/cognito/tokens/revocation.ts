import type { RefreshTokenRecord, UserRecord } from '../records';
import type { Store } from '../store';
import type { Claims } from './jwt';

/** No access token is good for longer than a day (documented). */
const longest = 24 * 60 * 60 * 1000;

/** Revokes the refresh token of a sign-in, and every access token that came of it. */
export function revoke(store: Store, signIn: RefreshTokenRecord, now: number): void {
  signIn.revoked = true;
  forgetExpired(store, now);
  // Tokens of a client without revocation carry no origin_jti, yet a sign-out ends them as well.
  for (const id of [signIn.originJti, signIn.eventId]) store.revokedTokens.set(id, now + longest);
}

/** Revokes all that the user holds: a sign-out everywhere, a disabled user. */
export function revokeAll(store: Store, user: UserRecord, now: number): void {
  for (const token of user.refreshTokens) {
    const signIn = store.refreshTokens.get(token);
    if (signIn) revoke(store, signIn, now);
  }
}

/** Whether the sign-in that an access token came of is revoked. */
export const isRevoked = (store: Store, { origin_jti, event_id }: Claims): boolean =>
  store.revokedTokens.has(String(origin_jti ?? event_id));

function forgetExpired({ revokedTokens }: Store, now: number): void {
  for (const [id, until] of revokedTokens) {
    if (until > now) return;
    revokedTokens.delete(id);
  }
}
