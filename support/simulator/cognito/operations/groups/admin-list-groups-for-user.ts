import type {
  AdminListGroupsForUserCommandInput,
  AdminListGroupsForUserResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { groupsOf, placeOf } from '../../groups';
import type { Handler } from '../../handler';
import { page } from '../../paging';
import { withoutUndefined } from '../../without-undefined';
import { requireUser } from '../users/require-user';
import { groupOf, limitOf } from './find-group';

export const adminListGroupsForUser: Handler<AdminListGroupsForUserCommandInput, AdminListGroupsForUserResponse> = (
  input,
  service,
) => {
  const { pool, user } = requireUser(input, service);
  const { items, nextToken } = page({
    items: groupsOf(pool, user.sub),
    keyOf: placeOf,
    scope: `AdminListGroupsForUser ${pool.id} ${user.sub}`,
    limit: limitOf(input.Limit),
    token: input.NextToken,
  });
  return withoutUndefined({ Groups: items.map((group) => groupOf(pool, group)), NextToken: nextToken });
};
