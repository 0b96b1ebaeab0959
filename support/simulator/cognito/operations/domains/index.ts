import { createUserPoolDomain } from './create-user-pool-domain';
import { deleteUserPoolDomain } from './delete-user-pool-domain';
import { describeUserPoolDomain } from './describe-user-pool-domain';
import { updateUserPoolDomain } from './update-user-pool-domain';

/** Domains. */
export const domainOperations = {
  CreateUserPoolDomain: createUserPoolDomain,
  DeleteUserPoolDomain: deleteUserPoolDomain,
  DescribeUserPoolDomain: describeUserPoolDomain,
  UpdateUserPoolDomain: updateUserPoolDomain,
};
