/** Users, by themselves. */
export const selfServiceOperations = {
  AssociateSoftwareToken: () =>
    (require('./associate-software-token') as typeof import('./associate-software-token')).associateSoftwareToken,
  ChangePassword: () => (require('./change-password') as typeof import('./change-password')).changePassword,
  ConfirmForgotPassword: () =>
    (require('./confirm-forgot-password') as typeof import('./confirm-forgot-password')).confirmForgotPassword,
  ConfirmSignUp: () => (require('./confirm-sign-up') as typeof import('./confirm-sign-up')).confirmSignUp,
  DeleteUser: () => (require('./delete-user') as typeof import('./delete-user')).deleteUser,
  DeleteUserAttributes: () =>
    (require('./delete-user-attributes') as typeof import('./delete-user-attributes')).deleteUserAttributes,
  ForgotPassword: () => (require('./forgot-password') as typeof import('./forgot-password')).forgotPassword,
  GetUser: () => (require('./get-user') as typeof import('./get-user')).getUser,
  GetUserAttributeVerificationCode: () =>
    (require('./get-user-attribute-verification-code') as typeof import('./get-user-attribute-verification-code'))
      .getUserAttributeVerificationCode,
  GlobalSignOut: () => (require('./global-sign-out') as typeof import('./global-sign-out')).globalSignOut,
  ResendConfirmationCode: () =>
    (require('./resend-confirmation-code') as typeof import('./resend-confirmation-code')).resendConfirmationCode,
  RevokeToken: () => (require('./revoke-token') as typeof import('./revoke-token')).revokeToken,
  SetUserMFAPreference: () =>
    (require('./set-user-mfa-preference') as typeof import('./set-user-mfa-preference')).setUserMfaPreference,
  SignUp: () => (require('./sign-up') as typeof import('./sign-up')).signUp,
  UpdateUserAttributes: () =>
    (require('./update-user-attributes') as typeof import('./update-user-attributes')).updateUserAttributes,
  VerifySoftwareToken: () =>
    (require('./verify-software-token') as typeof import('./verify-software-token')).verifySoftwareToken,
  VerifyUserAttribute: () =>
    (require('./verify-user-attribute') as typeof import('./verify-user-attribute')).verifyUserAttribute,
};
