import type { GlobalSignOutCommandInput, GlobalSignOutResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { requireBearer, revoked } from '../../tokens/access-token';
import { revokeAll } from '../../tokens/revocation';

export const globalSignOut: Handler<GlobalSignOutCommandInput, GlobalSignOutResponse> = (input, service) => {
  const { user } = requireBearer(input.AccessToken, service, revoked);
  revokeAll(service.store, user, service.clock());
  return {};
};
