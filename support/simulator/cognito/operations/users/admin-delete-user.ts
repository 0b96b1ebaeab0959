import type { AdminDeleteUserCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { removeUser } from '../../users/directory';
import { requireUser } from './require-user';

/** The console asks to disable the user first; the operation does not (documented). */
export const adminDeleteUser: Handler<AdminDeleteUserCommandInput, object> = (input, service) => {
  const { pool, user } = requireUser(input, service);
  removeUser(service, pool, user);
  return {};
};
