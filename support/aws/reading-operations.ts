/**
 * The operations that only read, by name: a prefix does not tell. GetUserAttributeVerificationCode sends a message,
 * GetTokensFromRefreshToken and GetClientToken give out tokens, and ListUserPoolClientSecrets shows secrets.
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

/** What writes, and comes to the same when it is done twice. */
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

/** Whether an operation may be sent again when it is not known what came of it. */
export const isRepeatable = (operation: string): boolean => isReader(operation) || repeatableWriters.has(operation);
