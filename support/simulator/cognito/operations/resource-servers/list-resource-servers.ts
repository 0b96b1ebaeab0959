import type {
  ListResourceServersCommandInput,
  ListResourceServersResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { findPool } from '../../find-pool';
import type { Handler } from '../../handler';
import { page } from '../../paging';
import { withoutUndefined } from '../../without-undefined';
import { resourceServerOf } from './find-resource-server';

/** By identifier; AWS promises no order. */
export const listResourceServers: Handler<ListResourceServersCommandInput, ListResourceServersResponse> = (
  { UserPoolId, MaxResults = 50, NextToken },
  service,
) => {
  const pool = findPool(service, UserPoolId);
  const { items, nextToken } = page({
    items: pool.resourceServers ?? [],
    keyOf: ({ Identifier }) => Identifier,
    scope: `ListResourceServers ${pool.id}`,
    limit: MaxResults,
    token: NextToken,
  });
  return withoutUndefined({
    ResourceServers: items.map((server) => resourceServerOf(pool, server)),
    NextToken: nextToken,
  });
};
