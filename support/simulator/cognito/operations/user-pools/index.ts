import { addCustomAttributes } from './add-custom-attributes';
import { createUserPool } from './create-user-pool';
import { deleteUserPool } from './delete-user-pool';
import { describeUserPool } from './describe-user-pool';
import { getUserPoolMfaConfig } from './get-user-pool-mfa-config';
import { listTagsForResource } from './list-tags-for-resource';
import { listUserPools } from './list-user-pools';
import { setUserPoolMfaConfig } from './set-user-pool-mfa-config';
import { tagResource } from './tag-resource';
import { untagResource } from './untag-resource';
import { updateUserPool } from './update-user-pool';

/** Pools, their custom attributes, MFA configuration and tags. */
export const userPoolOperations = {
  AddCustomAttributes: addCustomAttributes,
  CreateUserPool: createUserPool,
  DeleteUserPool: deleteUserPool,
  DescribeUserPool: describeUserPool,
  GetUserPoolMfaConfig: getUserPoolMfaConfig,
  ListTagsForResource: listTagsForResource,
  ListUserPools: listUserPools,
  SetUserPoolMfaConfig: setUserPoolMfaConfig,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateUserPool: updateUserPool,
};
