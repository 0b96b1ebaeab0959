import { adminConfirmSignUp } from './admin-confirm-sign-up';
import { adminCreateUser } from './admin-create-user';
import { adminDeleteUser } from './admin-delete-user';
import { adminDeleteUserAttributes } from './admin-delete-user-attributes';
import { adminDisableUser } from './admin-disable-user';
import { adminEnableUser } from './admin-enable-user';
import { adminGetUser } from './admin-get-user';
import { adminResetUserPassword } from './admin-reset-user-password';
import { adminSetUserMfaPreference } from './admin-set-user-mfa-preference';
import { adminSetUserPassword } from './admin-set-user-password';
import { adminUpdateUserAttributes } from './admin-update-user-attributes';
import { adminUserGlobalSignOut } from './admin-user-global-sign-out';
import { listUsers } from './list-users';

/** Users, by an administrator. */
export const userOperations = {
  AdminConfirmSignUp: adminConfirmSignUp,
  AdminCreateUser: adminCreateUser,
  AdminDeleteUser: adminDeleteUser,
  AdminDeleteUserAttributes: adminDeleteUserAttributes,
  AdminDisableUser: adminDisableUser,
  AdminEnableUser: adminEnableUser,
  AdminGetUser: adminGetUser,
  AdminResetUserPassword: adminResetUserPassword,
  AdminSetUserMFAPreference: adminSetUserMfaPreference,
  AdminSetUserPassword: adminSetUserPassword,
  AdminUpdateUserAttributes: adminUpdateUserAttributes,
  AdminUserGlobalSignOut: adminUserGlobalSignOut,
  ListUsers: listUsers,
};
