import type { DeleteUserPoolClientCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findClientOfPool } from '../../find-pool';

export const deleteUserPoolClient: Handler<DeleteUserPoolClientCommandInput, object> = (input, service) => {
  const { client } = findClientOfPool(service, input.UserPoolId, input.ClientId);
  service.store.removeClient(client);
  return {};
};
