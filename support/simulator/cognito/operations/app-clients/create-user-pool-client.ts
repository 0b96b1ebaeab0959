import type {
  CreateUserPoolClientCommandInput,
  CreateUserPoolClientResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { clientIdAlphabet } from '../../alphabets';
import { CognitoError } from '../../errors';
import type { Handler } from '../../handler';
import { findPool } from '../../find-pool';
import { withoutUndefined } from '../../without-undefined';
import type { ClientRecord } from '../../records';
import { checkClient } from './check-client';
import { clientOf } from './describe-user-pool-client';
import { clientSettings } from './settings';

/** Clients of a pool; AWS's default quota. */
const maximumClients = 1000;

export const createUserPoolClient: Handler<CreateUserPoolClientCommandInput, CreateUserPoolClientResponse> = (
  input,
  service,
) => {
  const { store, clock, ids } = service;
  const pool = findPool(service, input.UserPoolId);
  const secret = input.ClientSecret ?? (input.GenerateSecret ? ids.text(52, clientIdAlphabet) : undefined);
  checkClient(input, pool, secret !== undefined);
  // Unverified against AWS.
  if (pool.clients.size >= maximumClients)
    throw new CognitoError('LimitExceededException', 'Exceeded the limit of clients for a user pool.');
  const now = clock();
  const client: ClientRecord = withoutUndefined({
    id: ids.text(26, clientIdAlphabet),
    userPoolId: pool.id,
    secret,
    createdAt: now,
    modifiedAt: now,
    settings: clientSettings(input),
  });
  pool.clients.set(client.id, client);
  store.clients.set(client.id, client);
  return { UserPoolClient: clientOf(client) };
};
