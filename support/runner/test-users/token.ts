import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider';
import type { TokenName } from '../../lab/phrases';
import { Problem } from '../../common/problem';
import type { UserAttempt } from './user-attempt';

/** The claims in a token of a sign-in; undefined where no token came of it. */
export function claimsOf(attempt: UserAttempt, token: TokenName): Record<string, unknown> | undefined {
  if (token === 'refresh token')
    throw new Problem('A refresh token says nothing of itself.', 'Look at the access token or at the ID token.');
  const { AuthenticationResult } = (attempt.accepted ? attempt.answer : {}) as {
    AuthenticationResult?: AuthenticationResultType;
  };
  const text = AuthenticationResult?.[token === 'access token' ? 'AccessToken' : 'IdToken'];
  if (text === undefined) return undefined;
  const [, payload = ''] = text.split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;
}
