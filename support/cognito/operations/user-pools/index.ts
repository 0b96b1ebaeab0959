import { createUserPool } from './create-user-pool';
import { deleteUserPool } from './delete-user-pool';
import { describeUserPool } from './describe-user-pool';
import { listUserPools } from './list-user-pools';

/** Pools, their custom attributes, MFA configuration and tags. */
export const userPoolOperations = {
  CreateUserPool: createUserPool,
  DeleteUserPool: deleteUserPool,
  DescribeUserPool: describeUserPool,
  ListUserPools: listUserPools,
};
