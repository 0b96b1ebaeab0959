import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter, notAuthorized, userNotFound, type CognitoError } from '../errors';
import type { Service } from '../handler';
import type { ClientRecord, PoolRecord, UserRecord } from '../records';
import { checkSecretHash, hidesUsers } from '../users/client-access';
import { findUser } from '../users/directory';

/** A call that begins or continues a sign-in. */
export interface SignInAttempt {
  pool: PoolRecord;
  client: ClientRecord;
  service: Service;
  /** AuthParameters or ChallengeResponses. */
  parameters: Record<string, string>;
  /** The session that begins a sign-in: the one that ConfirmSignUp gave. */
  session?: string | undefined;
  /** Whether an administrator's credentials signed the call. */
  byAdmin: boolean;
}

/** The tokens, or the next challenge. */
export type SignInOutcome = Pick<
  InitiateAuthResponse,
  'AuthenticationResult' | 'ChallengeName' | 'ChallengeParameters' | 'Session' | 'AvailableChallenges'
>;

/** @throws CognitoError `InvalidParameterException`; recorded from AWS 2026-09 for SRP_A */
export function requireParameter({ parameters }: SignInAttempt, name: string): string {
  const value = parameters[name];
  if (!value) throw invalidParameter(`Missing required parameter ${name}`);
  return value;
}

/** Who signs in, if they exist. A client with a secret must prove that it knows it. */
export function identify(attempt: SignInAttempt): { username: string; user: UserRecord | undefined } {
  const { pool, client, parameters } = attempt;
  const username = requireParameter(attempt, 'USERNAME');
  const user = findUser(pool, username);
  // A challenge is answered with the name that it gave, USER_ID_FOR_SRP, whatever name began the sign-in.
  checkSecretHash(client, parameters.SECRET_HASH, username, user?.username ?? username);
  return { username, user };
}

/** The refusal of a user who does not exist; recorded from AWS 2026-09 for both kinds of client. */
export const unknownUser = (client: ClientRecord): CognitoError =>
  hidesUsers(client) ? wrongPassword() : userNotFound();

/** Recorded from AWS 2026-09. */
export const wrongPassword = (): CognitoError => notAuthorized('Incorrect username or password.');
