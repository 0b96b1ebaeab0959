import type {
  GetIdentityProviderByIdentifierCommandInput,
  GetIdentityProviderByIdentifierResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findPool } from '../../find-pool';
import { providerNotFound, providerOf } from './find-provider';

export const getIdentityProviderByIdentifier: Handler<
  GetIdentityProviderByIdentifierCommandInput,
  GetIdentityProviderByIdentifierResponse
> = (input, service) => {
  const pool = findPool(service, input.UserPoolId);
  const provider = [...pool.identityProviders.values()].find(({ IdpIdentifiers }) =>
    IdpIdentifiers?.includes(input.IdpIdentifier),
  );
  if (!provider) throw providerNotFound(input.IdpIdentifier);
  return { IdentityProvider: providerOf(pool, provider) };
};
