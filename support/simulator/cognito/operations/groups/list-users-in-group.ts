import type { ListUsersInGroupCommandInput, ListUsersInGroupResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { page } from '../../paging';
import { withoutUndefined } from '../../without-undefined';
import { describeUser } from '../../users/describe-user';
import { placeOf, usersAfter } from '../../users/user-table';
import { findGroup, limitOf } from './find-group';

export const listUsersInGroup: Handler<ListUsersInGroupCommandInput, ListUsersInGroupResponse> = (input, service) => {
  const { pool, group } = findGroup(service, input.UserPoolId, input.GroupName);
  const { items, nextToken } = page({
    items: (after) => usersAfter(pool, after, ({ sub }) => group.members.has(sub)),
    keyOf: placeOf,
    scope: `ListUsersInGroup ${pool.id} ${group.GroupName}`,
    limit: limitOf(input.Limit),
    token: input.NextToken,
    // Recorded from AWS 2026-09: this list has a text of its own.
    invalidToken: 'Paging marker is invalid.',
  });
  return withoutUndefined({ Users: items.map((user) => describeUser(user)), NextToken: nextToken });
};
