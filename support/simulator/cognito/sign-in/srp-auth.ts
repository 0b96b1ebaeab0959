import { createHmac } from 'node:crypto';
import { invalidParameter } from '../errors';
import type { SessionRecord } from '../records';
import { timingSafeTextEqual } from '../timing-safe-equal';
import { hidesUsers } from '../users/client-access';
import { poolName } from '../users/passwords';
import {
  identify,
  requireParameter,
  unknownUser,
  wrongPassword,
  type SignInAttempt,
  type SignInOutcome,
} from './sign-in-attempt';
import { afterPassword } from './next-step';
import { provePassword } from './password';
import { continueSession, openSession } from './sessions';
import { isPublicValue, publicValue, signature } from './srp';

/**
 * USER_SRP_AUTH: the password is proven without being sent. The answer carries no session: the secret block is it.
 * A client that hides which users exist gets a salt for any name, and always the same one (recorded 2026-09).
 */
export function beginSrpAuth(attempt: SignInAttempt): SignInOutcome {
  const { pool, client, service } = attempt;
  const { username, user } = identify(attempt);
  const clientPublic = requireParameter(attempt, 'SRP_A');
  // Unverified against AWS. Zero is given a challenge (recorded 2026), which no answer solves.
  if (!/^[0-9a-f]{1,1024}$/i.test(clientPublic)) throw invalidParameter('SRP_A value is not valid.');
  if (!user && !hidesUsers(client)) throw unknownUser(client);
  const { salt, x } = user?.password ?? imagined(pool.arn, username);
  const serverPrivate = service.ids.bytes(32).toString('hex');
  const serverPublic = publicValue(x, serverPrivate);
  const userId = user?.username ?? username;
  const { id } = openSession(attempt, {
    challenge: 'PASSWORD_VERIFIER',
    username,
    ...(user && { sub: user.sub }),
    data: { x, clientPublic, serverPrivate, serverPublic, userId },
  });
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      SALT: salt,
      SECRET_BLOCK: id,
      SRP_B: serverPublic,
      USERNAME: userId,
      USER_ID_FOR_SRP: userId,
    },
  };
}

/** PASSWORD_VERIFIER. The block is good for one answer, right or wrong. */
export async function answerPasswordVerifier(attempt: SignInAttempt): Promise<SignInOutcome> {
  const block = requireParameter(attempt, 'PASSWORD_CLAIM_SECRET_BLOCK');
  const claimed = requireParameter(attempt, 'PASSWORD_CLAIM_SIGNATURE');
  const time = requireParameter(attempt, 'TIMESTAMP');
  // Unverified against AWS, but reported by clients that get the day's padding wrong.
  if (!/^[A-Z][a-z]{2} [A-Z][a-z]{2} \d{1,2} \d\d:\d\d:\d\d [A-Z]{3,4} \d{4}$/.test(time))
    throw invalidParameter('TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.');
  const { session, user } = continueSession(attempt, block, 'PASSWORD_VERIFIER');
  session.used = true;
  const isRight =
    isPublicValue(session.data.clientPublic ?? '') && timingSafeTextEqual(claimed, expected(attempt, session, time));
  if (!user) throw session.sub === undefined ? wrongPassword() : unknownUser(attempt.client);
  // A password that was changed in between is not proven by the old one.
  provePassword(attempt, user, () => isRight && user.password?.x === session.data.x);
  return afterPassword(attempt, user, session.username);
}

function expected({ pool }: SignInAttempt, { id, data }: SessionRecord, time: string): string {
  const { x = '', clientPublic = '', serverPrivate = '', serverPublic = '', userId = '' } = data;
  const block = Buffer.from(id, 'base64');
  const message = Buffer.concat([Buffer.from(poolName(pool) + userId), block, Buffer.from(time)]);
  return signature({ x, clientPublic, serverPrivate, serverPublic }, message);
}

/** A salt for whom there is no password, the same for a name at every call. */
function imagined(poolArn: string, username: string): { salt: string; x: string } {
  const digest = createHmac('sha256', poolArn).update(username).digest('hex');
  return { salt: `5${digest.slice(1, 32)}`, x: digest };
}
