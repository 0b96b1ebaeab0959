/** External identity providers. */
export const identityProviderOperations = {
  CreateIdentityProvider: () =>
    (require('./create-identity-provider') as typeof import('./create-identity-provider')).createIdentityProvider,
  DeleteIdentityProvider: () =>
    (require('./delete-identity-provider') as typeof import('./delete-identity-provider')).deleteIdentityProvider,
  DescribeIdentityProvider: () =>
    (require('./describe-identity-provider') as typeof import('./describe-identity-provider')).describeIdentityProvider,
  GetIdentityProviderByIdentifier: () =>
    (require('./get-identity-provider-by-identifier') as typeof import('./get-identity-provider-by-identifier'))
      .getIdentityProviderByIdentifier,
  ListIdentityProviders: () =>
    (require('./list-identity-providers') as typeof import('./list-identity-providers')).listIdentityProviders,
  UpdateIdentityProvider: () =>
    (require('./update-identity-provider') as typeof import('./update-identity-provider')).updateIdentityProvider,
};
