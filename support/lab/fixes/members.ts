/**
 * The members that AWS's operations share, by name: what describes a pool or an app client, and what updates or creates
 * it. A test goes through every member of AWS's model, so that none is lost where AWS adds one.
 */

/** Told to UpdateUserPool as DescribeUserPool answers them. UpdateUserPool resets some of what it is not told. */
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

/** Members with another name where they are told than where they are answered. */
export const renamedPoolMembers = { PoolName: 'Name' } as const;

/** Fixed once the pool exists, and told to CreateUserPool only. `Schema` is answered as `SchemaAttributes`. */
export const fixedPoolMembers = ['AliasAttributes', 'UsernameAttributes', 'UsernameConfiguration'] as const;

/** Answered, and never told: AWS's own, or of another operation. */
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

/** Told to UpdateUserPoolClient and CreateUserPoolClient as DescribeUserPoolClient answers them. */
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

/** Answered of an app client, and never told. Whether there is a secret is told; the secret is not. */
export const unsentClientMembers = [
  'UserPoolId',
  'ClientId',
  'ClientSecret',
  'CreationDate',
  'LastModifiedDate',
] as const;
