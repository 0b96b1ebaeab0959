import type { DeleteUserCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { requireBearer } from '../../tokens/access-token';
import { removeUser } from '../../users/directory';

export const deleteUser: Handler<DeleteUserCommandInput, object> = (input, service) => {
  const { pool, user } = requireBearer(input.AccessToken, service);
  removeUser(service, pool, user);
  return {};
};
