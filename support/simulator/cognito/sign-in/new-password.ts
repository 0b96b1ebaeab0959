import { invalidParameter, notAuthorized } from '../errors';
import type { UserRecord } from '../records';
import { missingAttributes, readAttributes } from '../users/attributes';
import { checkWritable } from '../users/client-access';
import { changeUser, claimAliases } from '../users/directory';
import { checkHistory, checkPolicy, policyPrefixes, setPassword } from '../users/passwords';
import { checkEnabled } from '../users/status';
import { unknownUser, requireParameter, type SignInAttempt, type SignInOutcome } from './sign-in-attempt';
import { afterFirstFactor } from './second-factor';
import { continueSession, openSession } from './sessions';

const prefix = 'userAttributes.';

/** NEW_PASSWORD_REQUIRED. Two of the parameters are JSON in a string (recorded 2026-09). */
export function newPasswordChallenge(attempt: SignInAttempt, user: UserRecord, username: string): SignInOutcome {
  const missing = missingAttributes(attempt.pool, user.attributes);
  return {
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session: openSession(attempt, { challenge: 'NEW_PASSWORD_REQUIRED', username, sub: user.sub }).id,
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.username,
      requiredAttributes: JSON.stringify(missing.map((name) => prefix + name)),
      userAttributes: JSON.stringify(user.attributes),
    },
  };
}

/** The answer: a password, and the required attributes that the user lacks. A refusal does not use the session up. */
export async function answerNewPassword(attempt: SignInAttempt, sessionId: string | undefined): Promise<SignInOutcome> {
  const { pool, client, service } = attempt;
  const { session, user } = continueSession(attempt, sessionId, 'NEW_PASSWORD_REQUIRED');
  if (!user) throw unknownUser(client);
  checkEnabled(user);
  const password = requireParameter(attempt, 'NEW_PASSWORD');
  const attributes = readNewAttributes(attempt, user);
  checkPolicy(pool, password, policyPrefixes.change);
  checkHistory(pool, user, password);
  claimAliases(pool, { ...user.attributes, ...attributes }, { self: user });

  session.used = true;
  changeUser(pool, user, () => Object.assign(user.attributes, attributes));
  setPassword(pool, user, password, service);
  user.status = 'CONFIRMED';
  user.modifiedAt = service.clock();
  return afterFirstFactor(attempt, user, session.username);
}

/** What the answer adds to the user. That one is missing is recorded; the other texts are unverified against AWS. */
function readNewAttributes({ pool, client, parameters }: SignInAttempt, user: UserRecord): Record<string, string> {
  const sent = Object.entries(parameters)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, Value]) => ({ Name: name.slice(prefix.length), Value }));
  const attributes = readAttributes(pool, sent, 'user');
  checkWritable(client, Object.keys(attributes));
  const provided = pool.schema.find(({ Name = '', Required }) => Required && attributes[Name] && user.attributes[Name]);
  if (provided) throw notAuthorized(`Cannot modify an already provided ${provided.Name}`);
  const [missing] = missingAttributes(pool, { ...user.attributes, ...attributes });
  if (missing) throw invalidParameter(`Invalid attributes given, ${missing} is missing`);
  return attributes;
}
