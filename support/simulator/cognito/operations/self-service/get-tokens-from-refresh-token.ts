import type {
  GetTokensFromRefreshTokenCommandInput,
  GetTokensFromRefreshTokenResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { notAuthorized } from '../../errors';
import { findClient } from '../../find-pool';
import type { Handler } from '../../handler';
import { checkUsable, findSignIn } from '../../sign-in/refresh';
import { timingSafeTextEqual } from '../../timing-safe-equal';
import { freshTokens } from '../../tokens/issue';
import { rotate } from '../../tokens/rotate';
import { isRotating } from '../../users/client-access';
import { checkEnabled } from '../../users/status';

/**
 * With and without rotation, in every tier; only with it the answer has a refresh token. It takes the client's secret
 * itself, and none is asked for where the client has none (all recorded from AWS 2026).
 */
export const getTokensFromRefreshToken: Handler<
  GetTokensFromRefreshTokenCommandInput,
  GetTokensFromRefreshTokenResponse
> = async ({ ClientId, ClientSecret, RefreshToken }, service) => {
  const { client, pool } = findClient(service, ClientId);
  if (client.secret !== undefined && ClientSecret === undefined)
    throw notAuthorized(`Client ${client.id} is configured for secret but secret was not received`);
  if (client.secret !== undefined && !timingSafeTextEqual(client.secret, ClientSecret ?? ''))
    throw notAuthorized(`Unable to verify secret hash for client ${client.id}`);
  const { signIn, user } = findSignIn(RefreshToken, { pool, client, service });
  checkEnabled(user);
  const party = { pool, client, user };
  if (!isRotating(client)) {
    checkUsable(signIn, service);
    return { AuthenticationResult: await freshTokens(party, signIn, service) };
  }
  const next = rotate(signIn, user, client, service);
  return { AuthenticationResult: { ...(await freshTokens(party, next, service)), RefreshToken: next.token } };
};
