/** Domains. */
export const domainOperations = {
  CreateUserPoolDomain: () =>
    (require('./create-user-pool-domain') as typeof import('./create-user-pool-domain')).createUserPoolDomain,
  DeleteUserPoolDomain: () =>
    (require('./delete-user-pool-domain') as typeof import('./delete-user-pool-domain')).deleteUserPoolDomain,
  DescribeUserPoolDomain: () =>
    (require('./describe-user-pool-domain') as typeof import('./describe-user-pool-domain')).describeUserPoolDomain,
  UpdateUserPoolDomain: () =>
    (require('./update-user-pool-domain') as typeof import('./update-user-pool-domain')).updateUserPoolDomain,
};
