import type {
  DescribeIdentityProviderCommandInput,
  DescribeIdentityProviderResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { resourceNotFound } from '../../errors';
import type { Handler } from '../../handler';
import { findProvider, providerOf } from './find-provider';

export const describeIdentityProvider: Handler<
  DescribeIdentityProviderCommandInput,
  DescribeIdentityProviderResponse
> = (input, service) => {
  const { UserPoolId, ProviderName } = input;
  // Measured on AWS by others, 2026, as is the empty list.
  const refusal = resourceNotFound(`Identity provider ${ProviderName} for tenantId ${UserPoolId} does not exist.`);
  const { pool, provider } = findProvider(service, UserPoolId, ProviderName, refusal);
  return { IdentityProvider: { IdpIdentifiers: [], ...providerOf(pool, provider) } };
};
