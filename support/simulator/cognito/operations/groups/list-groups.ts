import type { ListGroupsCommandInput, ListGroupsResponse } from '@aws-sdk/client-cognito-identity-provider';
import { placeOf } from '../../groups';
import type { Handler } from '../../handler';
import { findPool } from '../../lookup';
import { page } from '../../paging';
import { present } from '../../present';
import { groupOf, limitOf } from './find-group';

export const listGroups: Handler<ListGroupsCommandInput, ListGroupsResponse> = (input, service) => {
  const pool = findPool(service, input.UserPoolId);
  const { items, nextToken } = page({
    items: pool.groups.values(),
    keyOf: placeOf,
    scope: `ListGroups ${pool.id}`,
    limit: limitOf(input.Limit),
    token: input.NextToken,
  });
  return present({ Groups: items.map((group) => groupOf(pool, group)), NextToken: nextToken });
};
