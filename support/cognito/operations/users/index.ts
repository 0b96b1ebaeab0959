import { adminConfirmSignUp } from './admin-confirm-sign-up';
import { adminCreateUser } from './admin-create-user';
import { adminDeleteUser } from './admin-delete-user';
import { adminGetUser } from './admin-get-user';
import { adminSetUserPassword } from './admin-set-user-password';
import { listUsers } from './list-users';

/** Users, by an administrator. */
export const userOperations = {
  AdminConfirmSignUp: adminConfirmSignUp,
  AdminCreateUser: adminCreateUser,
  AdminDeleteUser: adminDeleteUser,
  AdminGetUser: adminGetUser,
  AdminSetUserPassword: adminSetUserPassword,
  ListUsers: listUsers,
};
