import { createIdentityProvider } from './create-identity-provider';
import { deleteIdentityProvider } from './delete-identity-provider';
import { describeIdentityProvider } from './describe-identity-provider';
import { getIdentityProviderByIdentifier } from './get-identity-provider-by-identifier';
import { listIdentityProviders } from './list-identity-providers';
import { updateIdentityProvider } from './update-identity-provider';

/** External identity providers. */
export const identityProviderOperations = {
  CreateIdentityProvider: createIdentityProvider,
  DeleteIdentityProvider: deleteIdentityProvider,
  DescribeIdentityProvider: describeIdentityProvider,
  GetIdentityProviderByIdentifier: getIdentityProviderByIdentifier,
  ListIdentityProviders: listIdentityProviders,
  UpdateIdentityProvider: updateIdentityProvider,
};
