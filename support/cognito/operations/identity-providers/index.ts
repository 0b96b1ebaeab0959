import { listIdentityProviders } from './list-identity-providers';

/** External identity providers. */
export const identityProviderOperations = {
  ListIdentityProviders: listIdentityProviders,
};
