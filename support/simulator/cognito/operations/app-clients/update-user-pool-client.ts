import type {
  UpdateUserPoolClientCommandInput,
  UpdateUserPoolClientResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findClientOfPool } from '../../find-pool';
import { checkClient } from './check-client';
import { clientOf } from './describe-user-pool-client';
import { clientSettings } from './settings';

/** What is omitted goes back to its default, except for the name and the secret (recorded 2026-09). */
export const updateUserPoolClient: Handler<UpdateUserPoolClientCommandInput, UpdateUserPoolClientResponse> = (
  input,
  service,
) => {
  const { pool, client } = findClientOfPool(service, input.UserPoolId, input.ClientId);
  checkClient(input, pool, client.secret !== undefined);
  client.settings = clientSettings(input, client.settings);
  client.modifiedAt = service.clock();
  return { UserPoolClient: clientOf(client) };
};
