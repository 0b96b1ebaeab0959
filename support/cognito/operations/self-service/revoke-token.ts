import type { RevokeTokenCommandInput, RevokeTokenResponse } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoError } from '../../errors';
import type { Handler } from '../../handler';
import { findClient } from '../../lookup';
import { sameText } from '../../same-text';
import { readJwt } from '../../tokens/jwt';
import { revoke } from '../../tokens/revocation';

/**
 * Ends one sign-in. That the client must have it enabled is recorded from AWS 2026-09; the other texts are
 * unverified. A token that means nothing is answered like one that was revoked, as RFC 7009 asks.
 */
export const revokeToken: Handler<RevokeTokenCommandInput, RevokeTokenResponse> = (input, service) => {
  const { Token, ClientSecret = '' } = input;
  const { client } = findClient(service, input.ClientId);
  if (!sameText(client.secret ?? '', ClientSecret))
    throw new CognitoError('UnauthorizedException', 'Invalid client or secret');
  if (client.settings.EnableTokenRevocation === false)
    throw new CognitoError('UnsupportedOperationException', 'This feature is not enabled for this client');
  if (readJwt(Token)) throw new CognitoError('UnsupportedTokenTypeException', 'Unsupported token type');
  const signIn = service.store.refreshTokens.get(Token);
  if (!signIn) return {};
  if (signIn.clientId !== client.id) throw new CognitoError('UnauthorizedException', 'Invalid client or secret');
  revoke(service.store, signIn, service.clock());
  return {};
};
