import type { ListUsersCommandInput, ListUsersResponse } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter } from '../../errors';
import type { Handler } from '../../handler';
import { findPool } from '../../find-pool';
import { page } from '../../paging';
import { withoutUndefined } from '../../without-undefined';
import type { UserRecord } from '../../records';
import { describeUser, listAttributes } from '../../users/describe-user';
import { readFilter } from '../../users/user-filter';
import { placeOf, usersAfter } from '../../users/user-table';

/** AWS promises no order; this one is by creation. */
export const listUsers: Handler<ListUsersCommandInput, ListUsersResponse> = (input, service) => {
  const pool = findPool(service, input.UserPoolId);
  const { Filter, AttributesToGet: names, PaginationToken: token, Limit } = input;
  const isWanted = readFilter(pool, Filter);
  const { items, nextToken } = page({
    items: (after) => usersAfter(pool, after, isWanted),
    keyOf: placeOf,
    scope: `ListUsers ${pool.id} ${Filter ?? ''}`,
    // Documented: 60 is the most and the default.
    limit: Limit || 60, // eslint-disable-line @typescript-eslint/prefer-nullish-coalescing -- 0 is the default too
    token,
  });
  if (names) for (const user of items) checkHas(user, names);
  return withoutUndefined({ Users: items.map((user) => describeUser(user, names)), PaginationToken: nextToken });
};

/** Documented as an error; its text is unverified against AWS. */
function checkHas(user: UserRecord, names: string[]): void {
  const has = new Set(listAttributes(user).map(({ Name }) => Name));
  if (!names.every((name) => has.has(name))) throw invalidParameter('One or more requested attributes do not exist.');
}
