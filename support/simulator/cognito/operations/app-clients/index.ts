/** App clients. */
export const appClientOperations = {
  CreateUserPoolClient: () =>
    (require('./create-user-pool-client') as typeof import('./create-user-pool-client')).createUserPoolClient,
  DeleteUserPoolClient: () =>
    (require('./delete-user-pool-client') as typeof import('./delete-user-pool-client')).deleteUserPoolClient,
  DescribeUserPoolClient: () =>
    (require('./describe-user-pool-client') as typeof import('./describe-user-pool-client')).describeUserPoolClient,
  ListUserPoolClients: () =>
    (require('./list-user-pool-clients') as typeof import('./list-user-pool-clients')).listUserPoolClients,
  UpdateUserPoolClient: () =>
    (require('./update-user-pool-client') as typeof import('./update-user-pool-client')).updateUserPoolClient,
};
