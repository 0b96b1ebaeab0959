import type {
  CreateIdentityProviderCommandInput,
  CreateIdentityProviderResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findPool } from '../../find-pool';
import { withoutUndefined } from '../../without-undefined';
import type { IdentityProviderRecord } from '../../records';
import { checkIdentifiers, duplicate, providerOf } from './find-provider';
import { checkName, completeDetails, completeMapping } from './provider-details';

/** The addresses in the details are not called: there is no provider behind a simulated pool. */
export const createIdentityProvider: Handler<CreateIdentityProviderCommandInput, CreateIdentityProviderResponse> = (
  input,
  service,
) => {
  const pool = findPool(service, input.UserPoolId);
  const { ProviderName, ProviderType, IdpIdentifiers } = input;
  checkName(ProviderType, ProviderName);
  const details = completeDetails(ProviderType, input.ProviderDetails);
  if (pool.identityProviders.has(ProviderName)) throw duplicate(ProviderName, pool);
  checkIdentifiers(pool, IdpIdentifiers);
  const now = service.clock();
  const provider: IdentityProviderRecord = withoutUndefined({
    ProviderName,
    ProviderType,
    ProviderDetails: details,
    AttributeMapping: completeMapping(ProviderType, input.AttributeMapping),
    IdpIdentifiers,
    createdAt: now,
    modifiedAt: now,
  });
  pool.identityProviders.set(ProviderName, provider);
  return { IdentityProvider: providerOf(pool, provider) };
};
