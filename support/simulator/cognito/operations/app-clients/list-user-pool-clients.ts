import type {
  ListUserPoolClientsCommandInput,
  ListUserPoolClientsResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findPool } from '../../find-pool';
import { page } from '../../paging';
import { zeroAsDefault } from '../../zero-as-default';

/** Ascending by client id, not by creation (recorded 2026-09). */
export const listUserPoolClients: Handler<ListUserPoolClientsCommandInput, ListUserPoolClientsResponse> = (
  input,
  service,
) => {
  const pool = findPool(service, input.UserPoolId);
  const { items, nextToken } = page({
    items: pool.clients.values(),
    keyOf: ({ id }) => id,
    scope: `ListUserPoolClients ${pool.id}`,
    limit: zeroAsDefault(input.MaxResults, 60),
    token: input.NextToken,
  });
  const UserPoolClients = items.map(({ id, settings: { ClientName } }) => ({
    ClientId: id,
    UserPoolId: pool.id,
    ClientName,
  }));
  return nextToken ? { UserPoolClients, NextToken: nextToken } : { UserPoolClients };
};
