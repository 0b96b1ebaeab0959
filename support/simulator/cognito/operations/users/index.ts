/** Users, by an administrator. */
export const userOperations = {
  AdminConfirmSignUp: () =>
    (require('./admin-confirm-sign-up') as typeof import('./admin-confirm-sign-up')).adminConfirmSignUp,
  AdminCreateUser: () => (require('./admin-create-user') as typeof import('./admin-create-user')).adminCreateUser,
  AdminDeleteUser: () => (require('./admin-delete-user') as typeof import('./admin-delete-user')).adminDeleteUser,
  AdminDeleteUserAttributes: () =>
    (require('./admin-delete-user-attributes') as typeof import('./admin-delete-user-attributes'))
      .adminDeleteUserAttributes,
  AdminDisableUser: () => (require('./admin-disable-user') as typeof import('./admin-disable-user')).adminDisableUser,
  AdminEnableUser: () => (require('./admin-enable-user') as typeof import('./admin-enable-user')).adminEnableUser,
  AdminGetUser: () => (require('./admin-get-user') as typeof import('./admin-get-user')).adminGetUser,
  AdminResetUserPassword: () =>
    (require('./admin-reset-user-password') as typeof import('./admin-reset-user-password')).adminResetUserPassword,
  AdminSetUserMFAPreference: () =>
    (require('./admin-set-user-mfa-preference') as typeof import('./admin-set-user-mfa-preference'))
      .adminSetUserMfaPreference,
  AdminSetUserPassword: () =>
    (require('./admin-set-user-password') as typeof import('./admin-set-user-password')).adminSetUserPassword,
  AdminUpdateUserAttributes: () =>
    (require('./admin-update-user-attributes') as typeof import('./admin-update-user-attributes'))
      .adminUpdateUserAttributes,
  AdminUserGlobalSignOut: () =>
    (require('./admin-user-global-sign-out') as typeof import('./admin-user-global-sign-out')).adminUserGlobalSignOut,
  ListUsers: () => (require('./list-users') as typeof import('./list-users')).listUsers,
};
