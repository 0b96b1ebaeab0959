import type { ListGroupsCommandInput, ListGroupsResponse } from '@aws-sdk/client-cognito-identity-provider';
import { placeOf } from '../../groups';
import type { Handler } from '../../handler';
import { findPool } from '../../find-pool';
import { page } from '../../paging';
import { withoutUndefined } from '../../without-undefined';
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
  return withoutUndefined({ Groups: items.map((group) => groupOf(pool, group)), NextToken: nextToken });
};
