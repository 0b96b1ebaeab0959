/**
 * The members that AWS's operations share, by name: what describes a pool or an app client, and what updates or creates
 * it. A test goes through every member of AWS's model, so that none is lost where AWS adds one.
 */

/** Sent to UpdateUserPool as DescribeUserPool answers them. UpdateUserPool resets some members that are not sent. */
export const updatedPoolMembers = [
  'Policies',
  'DeletionProtection',
  'LambdaConfig',
  'AutoVerifiedAttributes',
  'SmsVerificationMessage',
  'EmailVerificationMessage',
  'EmailVerificationSubject',
  'VerificationMessageTemplate',
  'SmsAuthenticationMessage',
  'UserAttributeUpdateSettings',
  'MfaConfiguration',
  'DeviceConfiguration',
  'EmailConfiguration',
  'SmsConfiguration',
  'UserPoolTags',
  'AdminCreateUserConfig',
  'UserPoolAddOns',
  'AccountRecoverySetting',
  'UserPoolTier',
  'KeyConfiguration',
  'IssuerConfiguration',
] as const;

/** Members whose name in the input differs from that in the answer. */
export const renamedPoolMembers = { PoolName: 'Name' } as const;

/** Fixed once the pool exists, and sent to CreateUserPool only. `Schema` is answered as `SchemaAttributes`. */
export const fixedPoolMembers = ['AliasAttributes', 'UsernameAttributes', 'UsernameConfiguration'] as const;

/** Answered and never sent: AWS's own, or of another operation. */
export const unsentPoolMembers = [
  'Id',
  'Arn',
  'Status',
  'CreationDate',
  'LastModifiedDate',
  'EstimatedNumberOfUsers',
  'SmsConfigurationFailure',
  'EmailConfigurationFailure',
  'Domain',
  'CustomDomain',
] as const;

/** Sent to UpdateUserPoolClient and CreateUserPoolClient as DescribeUserPoolClient answers them. */
export const clientMembers = [
  'ClientName',
  'RefreshTokenValidity',
  'AccessTokenValidity',
  'IdTokenValidity',
  'TokenValidityUnits',
  'ReadAttributes',
  'WriteAttributes',
  'ExplicitAuthFlows',
  'SupportedIdentityProviders',
  'CallbackURLs',
  'LogoutURLs',
  'DefaultRedirectURI',
  'AllowedOAuthFlows',
  'AllowedOAuthScopes',
  'AllowedOAuthFlowsUserPoolClient',
  'AnalyticsConfiguration',
  'PreventUserExistenceErrors',
  'EnableTokenRevocation',
  'EnablePropagateAdditionalUserContextData',
  'AuthSessionValidity',
  'RefreshTokenRotation',
] as const;

/** Answered for an app client and never sent. Whether there is a secret is sent; the secret is not. */
export const unsentClientMembers = [
  'UserPoolId',
  'ClientId',
  'ClientSecret',
  'CreationDate',
  'LastModifiedDate',
] as const;
