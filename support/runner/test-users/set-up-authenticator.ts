import {
  AssociateSoftwareTokenCommand,
  RespondToAuthChallengeCommand,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
  type InitiateAuthCommandOutput,
} from '@aws-sdk/client-cognito-identity-provider';
import { CouldNotLook } from '../../common/could-not-look';
import type { Target } from '../../targets/target';
import { attemptAsUser, type UserAttempt } from './user-attempt';
import { Authenticator } from './authenticator';
import type { TestUser } from './test-user';

/**
 * Sets an authenticator app up for a user who has just signed in by password, as an app would: with the tokens of the
 * sign-in, or with its session where the pool asks for the setup.
 *
 * @returns undefined where the pool has no authenticator apps
 * @throws CouldNotLook if a call could not be tried, or if the pool asks for something else first
 */
export async function setUpAuthenticator(
  target: Target,
  ClientId: string,
  { username }: TestUser,
  signIn: UserAttempt<InitiateAuthCommandOutput>,
): Promise<Authenticator | undefined> {
  const { ChallengeName, Session, AuthenticationResult } = signIn.accepted ? signIn.answer : {};
  const isSetup = ChallengeName === 'MFA_SETUP';
  if (!isSetup && !AuthenticationResult)
    throw new CouldNotLook(
      `A user cannot set an authenticator app up: after the password comes ${ChallengeName ?? 'a refusal'}.`,
      'Ask for authenticator apps alone, or let the check need the one that reads the MFA methods.',
    );
  const { AccessToken } = AuthenticationResult ?? {};
  const who = isSetup ? { Session } : { AccessToken };
  const associated = await attemptAsUser(
    target,
    () => target.client.send(new AssociateSoftwareTokenCommand(who)),
    'AssociateSoftwareToken',
  );
  if (!associated.accepted) return undefined;
  const { SecretCode = '', Session: next } = associated.answer;
  const authenticator = new Authenticator(SecretCode);
  const verification = { ...(isSetup ? { Session: next } : { AccessToken }), UserCode: authenticator.code() };
  const verified = await attemptAsUser(
    target,
    () => target.client.send(new VerifySoftwareTokenCommand(verification)),
    'VerifySoftwareToken',
  );
  if (!verified.accepted) return undefined;
  const token = isSetup ? await finished(target, ClientId, username, verified.answer.Session) : AccessToken;
  const preference = { AccessToken: token, SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } };
  await attemptAsUser(
    target,
    () => target.client.send(new SetUserMFAPreferenceCommand(preference)),
    'SetUserMFAPreference',
  );
  return authenticator;
}

async function finished(
  target: Target,
  ClientId: string,
  USERNAME: string,
  Session: string | undefined,
): Promise<string | undefined> {
  const answer = { ClientId, ChallengeName: 'MFA_SETUP', Session, ChallengeResponses: { USERNAME } } as const;
  const responded = await attemptAsUser(
    target,
    () => target.client.send(new RespondToAuthChallengeCommand(answer)),
    'RespondToAuthChallenge',
  );
  return responded.accepted ? responded.answer.AuthenticationResult?.AccessToken : undefined;
}
