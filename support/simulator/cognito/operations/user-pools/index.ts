/** Pools, their custom attributes, MFA configuration and tags. */
export const userPoolOperations = {
  AddCustomAttributes: () =>
    (require('./add-custom-attributes') as typeof import('./add-custom-attributes')).addCustomAttributes,
  CreateUserPool: () => (require('./create-user-pool') as typeof import('./create-user-pool')).createUserPool,
  DeleteUserPool: () => (require('./delete-user-pool') as typeof import('./delete-user-pool')).deleteUserPool,
  DescribeUserPool: () => (require('./describe-user-pool') as typeof import('./describe-user-pool')).describeUserPool,
  GetUserPoolMfaConfig: () =>
    (require('./get-user-pool-mfa-config') as typeof import('./get-user-pool-mfa-config')).getUserPoolMfaConfig,
  ListTagsForResource: () =>
    (require('./list-tags-for-resource') as typeof import('./list-tags-for-resource')).listTagsForResource,
  ListUserPools: () => (require('./list-user-pools') as typeof import('./list-user-pools')).listUserPools,
  SetUserPoolMfaConfig: () =>
    (require('./set-user-pool-mfa-config') as typeof import('./set-user-pool-mfa-config')).setUserPoolMfaConfig,
  TagResource: () => (require('./tag-resource') as typeof import('./tag-resource')).tagResource,
  UntagResource: () => (require('./untag-resource') as typeof import('./untag-resource')).untagResource,
  UpdateUserPool: () => (require('./update-user-pool') as typeof import('./update-user-pool')).updateUserPool,
};
