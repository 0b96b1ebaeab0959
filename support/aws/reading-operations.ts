/**
 * The operations that only read, by name. A prefix such as Get is not sufficient: GetUserAttributeVerificationCode
 * sends a message, GetTokensFromRefreshToken and GetClientToken issue tokens, and ListUserPoolClientSecrets returns
 * secrets.
 */
const readers: ReadonlySet<string> = new Set([
  'AdminGetDevice',
  'AdminGetUser',
  'AdminGetUserAuthFactors',
  'AdminListDevices',
  'AdminListGroupsForUser',
  'AdminListUserAuthEvents',
  'DescribeIdentityProvider',
  'DescribeManagedLoginBranding',
  'DescribeManagedLoginBrandingByClient',
  'DescribeResourceServer',
  'DescribeRiskConfiguration',
  'DescribeTerms',
  'DescribeTermsByClient',
  'DescribeUserImportJob',
  'DescribeUserPool',
  'DescribeUserPoolClient',
  'DescribeUserPoolDomain',
  'GetCSVHeader',
  'GetDevice',
  'GetGroup',
  'GetIdentityProviderByIdentifier',
  'GetLogDeliveryConfiguration',
  'GetProvisionedLimit',
  'GetSigningCertificate',
  'GetUICustomization',
  'GetUser',
  'GetUserAuthFactors',
  'GetUserPoolMfaConfig',
  'ListDevices',
  'ListGroups',
  'ListIdentityProviders',
  'ListResourceServers',
  'ListTagsForResource',
  'ListTerms',
  'ListUserImportJobs',
  'ListUserPoolClients',
  'ListUserPoolReplicas',
  'ListUserPools',
  'ListUsers',
  'ListUsersInGroup',
  'ListWebAuthnCredentials',
]);

export const isReader = (operation: string): boolean => readers.has(operation);

/** Idempotent operations that write. */
const repeatableWriters: ReadonlySet<string> = new Set([
  'AdminSetUserPassword',
  'DeleteUserPool',
  'DeleteUserPoolClient',
  'DeleteUserPoolDomain',
  'InitiateAuth',
  'SetUserPoolMfaConfig',
  'UpdateUserPool',
  'AssumeRole',
  'GetCallerIdentity',
]);

/** Whether an operation can be repeated when its outcome is unknown. */
export const isRepeatable = (operation: string): boolean => isReader(operation) || repeatableWriters.has(operation);
