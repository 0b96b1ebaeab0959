import { invalidParameter, notAuthorized } from '../errors';
import type { Service } from '../handler';
import { findClient } from '../find-pool';
import type { PoolRecord, UserRecord } from '../records';
import { requireBearer, revoked } from '../tokens/access-token';
import { checkEnabled } from '../users/status';
import { continueSession, openSession } from './sessions';

interface Enrolment {
  pool: PoolRecord;
  user: UserRecord;
  /** Uses the session up and opens the next; nothing where the user came with an access token. */
  renewSession: () => string | undefined;
}

/** Who sets up a second factor: a user who is signed in, or one who may not sign in without (MFA_SETUP). */
export function enrol(
  { AccessToken, Session }: { AccessToken?: string | undefined; Session?: string | undefined },
  service: Service,
): Enrolment {
  if (AccessToken !== undefined)
    return { ...requireBearer(AccessToken, service, revoked), renewSession: () => undefined };
  // Unverified against AWS.
  if (Session === undefined) throw invalidParameter('Either AccessToken or Session is required.');
  const open = service.store.sessions.get(Session);
  if (!open) throw notAuthorized('Invalid session for the user.');
  const attempt = { ...findClient(service, open.clientId), service, parameters: {}, byAdmin: false };
  const { session, user } = continueSession(attempt, Session, 'MFA_SETUP');
  if (!user) throw notAuthorized('Invalid session for the user.');
  checkEnabled(user);
  return {
    pool: attempt.pool,
    user,
    renewSession: () => {
      session.used = true;
      return openSession(attempt, { challenge: 'MFA_SETUP', username: session.username, sub: user.sub }).id;
    },
  };
}
