import { notAuthorized } from '../errors';
import type { Service } from '../handler';
import type { SessionRecord, UserRecord } from '../records';
import { findUser } from '../users/directory';
import type { SignInAttempt } from './sign-in-attempt';

/** Milliseconds for which a used session is distinguished from an unknown one. */
const remembered = 24 * 60 * 60 * 1000;

/** Sessions that are kept; the oldest make room. An anonymous caller opens as many as they like. */
export const maximumSessions = 10_000;

type New = Pick<SessionRecord, 'challenge' | 'username'> & { sub?: string; data?: Record<string, string> };

/** Opens a session; its id is what the caller has to send back. It lasts as long as the client says. */
export function openSession({ pool, client, service }: SignInAttempt, { sub, data = {}, ...rest }: New): SessionRecord {
  const { store, clock, ids } = service;
  forgetStale(service);
  const session: SessionRecord = {
    ...rest,
    ...(sub !== undefined && { sub }),
    data,
    id: `AYAB${ids.bytes(96).toString('base64')}`,
    userPoolId: pool.id,
    clientId: client.id,
    expiresAt: clock() + (client.settings.AuthSessionValidity ?? 3) * 60 * 1000,
    used: false,
  };
  store.sessions.set(session.id, session);
  return session;
}

/**
 * The open session of this id and its user. It stays open: the caller sets `used` once it accepts the answer.
 *
 * @throws CognitoError `NotAuthorizedException`. The text on reuse is recorded from AWS 2026-09, the others are
 * unverified against AWS
 */
export function continueSession(
  { pool, client, service, parameters }: SignInAttempt,
  id: string | undefined,
  challenge: SessionRecord['challenge'],
): { session: SessionRecord; user: UserRecord | undefined } {
  const session = service.store.sessions.get(id ?? '');
  // Enrolling a token names no user; a name that is given must be that of the session's user.
  const { USERNAME } = parameters;
  const isAnother = USERNAME !== undefined && findUser(pool, USERNAME)?.sub !== session?.sub;
  if (session?.clientId !== client.id || session.challenge !== challenge || isAnother)
    throw notAuthorized('Invalid session for the user.');
  if (session.used) throw notAuthorized('Invalid session for the user, session can only be used once.');
  if (service.clock() > session.expiresAt) throw notAuthorized('Invalid session for the user, session is expired.');
  return { session, user: pool.users.get(session.sub ?? '') };
}

function forgetStale({ store, clock }: Pick<Service, 'store' | 'clock'>): void {
  for (const { id, expiresAt } of store.sessions.values()) {
    if (clock() < expiresAt + remembered && store.sessions.size < maximumSessions) return;
    store.sessions.delete(id);
  }
}
