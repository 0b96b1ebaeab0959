import type { DeleteIdentityProviderCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findProvider } from './find-provider';

/** App clients that name the provider go on naming it, and cannot be updated until they do not (known from tools). */
export const deleteIdentityProvider: Handler<DeleteIdentityProviderCommandInput, object> = (input, service) => {
  const { pool, provider } = findProvider(service, input.UserPoolId, input.ProviderName);
  pool.identityProviders.delete(provider.ProviderName);
  return {};
};
