import type { ListUserPoolsCommandInput, ListUserPoolsResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { isReachable } from '../../find-pool';
import { page } from '../../paging';
import type { PoolRecord } from '../../records';
import { zeroAsDefault } from '../../zero-as-default';

export const listUserPools: Handler<ListUserPoolsCommandInput, ListUserPoolsResponse> = (input, { store, call }) => {
  const { items, nextToken } = page({
    items: [...store.pools.values()].filter((pool) => isReachable(pool, call)),
    keyOf: byCreation,
    scope: `ListUserPools ${call.region} ${call.accountId}`,
    limit: zeroAsDefault(input.MaxResults, 60),
    token: input.NextToken,
  });
  const UserPools = items.map((pool) => ({
    Id: pool.id,
    Name: pool.name,
    LambdaConfig: pool.settings.LambdaConfig,
    LastModifiedDate: new Date(pool.modifiedAt),
    CreationDate: new Date(pool.createdAt),
  }));
  return nextToken ? { UserPools, NextToken: nextToken } : { UserPools };
};

/** AWS names no order; here the oldest comes first. */
const byCreation = ({ createdAt, id }: PoolRecord): string => `${String(createdAt).padStart(16, '0')} ${id}`;
