import { createUserPoolClient } from './create-user-pool-client';
import { deleteUserPoolClient } from './delete-user-pool-client';
import { describeUserPoolClient } from './describe-user-pool-client';
import { listUserPoolClients } from './list-user-pool-clients';
import { updateUserPoolClient } from './update-user-pool-client';

/** App clients. */
export const appClientOperations = {
  CreateUserPoolClient: createUserPoolClient,
  DeleteUserPoolClient: deleteUserPoolClient,
  DescribeUserPoolClient: describeUserPoolClient,
  ListUserPoolClients: listUserPoolClients,
  UpdateUserPoolClient: updateUserPoolClient,
};
