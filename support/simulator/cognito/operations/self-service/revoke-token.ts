import type { RevokeTokenCommandInput, RevokeTokenResponse } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoError } from '../../errors';
import type { Handler } from '../../handler';
import { timingSafeTextEqual } from '../../timing-safe-equal';
import { readJwt } from '../../tokens/jwt';
import { revokeSignIn } from '../../tokens/revocation';

/**
 * Ends one sign-in. That the client must have it enabled is recorded from AWS 2026-09; the other texts are
 * unverified. A client that is not there is refused as one of another secret is, for AWS documents no
 * ResourceNotFoundException of this operation. A token that means nothing is answered like one that was revoked, as
 * RFC 7009 asks.
 */
export const revokeToken: Handler<RevokeTokenCommandInput, RevokeTokenResponse> = (input, service) => {
  const { Token, ClientSecret = '' } = input;
  const client = service.store.clients.get(input.ClientId);
  if (!client || !timingSafeTextEqual(client.secret ?? '', ClientSecret)) throw unauthorized();
  if (client.settings.EnableTokenRevocation === false)
    throw new CognitoError('UnsupportedOperationException', 'This feature is not enabled for this client');
  if (readJwt(Token)) throw new CognitoError('UnsupportedTokenTypeException', 'Unsupported token type');
  const signIn = service.store.refreshTokens.get(Token);
  if (!signIn) return {};
  if (signIn.clientId !== client.id) throw unauthorized();
  revokeSignIn(service.store, signIn, service.clock());
  return {};
};

const unauthorized = () => new CognitoError('UnauthorizedException', 'Invalid client or secret');
