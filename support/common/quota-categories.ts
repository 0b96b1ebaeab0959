/**
 * AWS's request rate quotas for user pools: the default requests per second of each category, and its operations
 * (documented: "Amazon Cognito user pools API operation categories and request rate quotas"). Quotas apply per
 * account and region.
 *
 * `perOperationAndPool` is the lower limit on the same page for one operation on one pool.
 */
export const quotaCategories = {
  UserAuthentication: { perSecond: 120, operations: ['AdminInitiateAuth', 'InitiateAuth'] },
  /** Answers to challenges may come three times as often as sign-ins. What exceeds that is refused here at once; on AWS it first uses up what the sign-ins left. */
  UserAuthenticationChallenges: {
    perSecond: 360,
    operations: ['AdminRespondToAuthChallenge', 'RespondToAuthChallenge'],
  },
  UserCreation: { perSecond: 50, operations: ['SignUp', 'ConfirmSignUp', 'AdminCreateUser', 'AdminConfirmSignUp'] },
  UserAccountRecovery: {
    perSecond: 30,
    operations: [
      'ForgotPassword',
      'ConfirmForgotPassword',
      'ChangePassword',
      'AdminResetUserPassword',
      'AdminSetUserPassword',
    ],
  },
  UserRead: { perSecond: 120, operations: ['AdminGetUser', 'GetUser'] },
  UserUpdate: {
    perSecond: 25,
    operations: [
      'AdminAddUserToGroup',
      'AdminRemoveUserFromGroup',
      'AdminUpdateUserAttributes',
      'AdminDeleteUserAttributes',
      'AdminDeleteUser',
      'AdminDisableUser',
      'AdminEnableUser',
      'AdminUserGlobalSignOut',
      'UpdateUserAttributes',
      'DeleteUserAttributes',
      'VerifyUserAttribute',
      'DeleteUser',
      'GlobalSignOut',
    ],
  },
  UserToken: { perSecond: 120, operations: ['GetTokensFromRefreshToken', 'RevokeToken'] },
  UserResourceRead: {
    perSecond: 50,
    operations: ['AdminListGroupsForUser', 'GetUserAttributeVerificationCode', 'ResendConfirmationCode'],
  },
  UserResourceUpdate: {
    perSecond: 25,
    operations: ['AssociateSoftwareToken', 'VerifySoftwareToken', 'SetUserMFAPreference', 'AdminSetUserMFAPreference'],
  },
  UserList: { perSecond: 30, operations: ['ListUsers', 'ListUsersInGroup'] },
  UserPoolRead: { perSecond: 15, operations: ['DescribeUserPool', 'ListUserPools'] },
  UserPoolUpdate: { perSecond: 15, operations: ['CreateUserPool', 'UpdateUserPool', 'DeleteUserPool'] },
  UserPoolResourceRead: {
    perSecond: 20,
    perOperationAndPool: 5,
    operations: [
      'DescribeIdentityProvider',
      'DescribeResourceServer',
      'DescribeRiskConfiguration',
      'DescribeUserPoolDomain',
      'GetGroup',
      'GetIdentityProviderByIdentifier',
      'GetLogDeliveryConfiguration',
      'GetUserPoolMfaConfig',
      'ListGroups',
      'ListIdentityProviders',
      'ListResourceServers',
      'ListTagsForResource',
    ],
  },
  UserPoolResourceUpdate: {
    perSecond: 15,
    perOperationAndPool: 5,
    operations: [
      'AddCustomAttributes',
      'CreateGroup',
      'CreateIdentityProvider',
      'CreateResourceServer',
      'CreateUserPoolDomain',
      'DeleteGroup',
      'DeleteIdentityProvider',
      'DeleteResourceServer',
      'DeleteUserPoolDomain',
      'SetLogDeliveryConfiguration',
      'SetRiskConfiguration',
      'SetUserPoolMfaConfig',
      'TagResource',
      'UntagResource',
      'UpdateGroup',
      'UpdateIdentityProvider',
      'UpdateResourceServer',
      'UpdateUserPoolDomain',
    ],
  },
  UserPoolClientRead: {
    perSecond: 15,
    perOperationAndPool: 5,
    operations: ['DescribeUserPoolClient', 'ListUserPoolClients'],
  },
  UserPoolClientUpdate: {
    perSecond: 15,
    perOperationAndPool: 5,
    operations: ['CreateUserPoolClient', 'UpdateUserPoolClient', 'DeleteUserPoolClient'],
  },
} as const satisfies Record<string, QuotaCategory>;

export interface QuotaCategory {
  perSecond: number;
  perOperationAndPool?: number;
  operations: readonly string[];
}
