import type {
  UpdateIdentityProviderCommandInput,
  UpdateIdentityProviderResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { checkIdentifiers, findProvider, providerOf } from './find-provider';
import { completeDetails, completeMapping } from './provider-details';

/** What is omitted is kept; unverified against AWS. */
export const updateIdentityProvider: Handler<UpdateIdentityProviderCommandInput, UpdateIdentityProviderResponse> = (
  input,
  service,
) => {
  const { pool, provider } = findProvider(service, input.UserPoolId, input.ProviderName);
  const type = provider.ProviderType ?? 'OIDC';
  const details = input.ProviderDetails && completeDetails(type, input.ProviderDetails);
  checkIdentifiers(pool, input.IdpIdentifiers, provider);
  if (details) provider.ProviderDetails = details;
  if (input.AttributeMapping) provider.AttributeMapping = completeMapping(type, input.AttributeMapping);
  if (input.IdpIdentifiers) provider.IdpIdentifiers = input.IdpIdentifiers;
  provider.modifiedAt = service.clock();
  return { IdentityProvider: providerOf(pool, provider) };
};
