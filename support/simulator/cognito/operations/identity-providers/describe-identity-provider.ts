import type {
  DescribeIdentityProviderCommandInput,
  DescribeIdentityProviderResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findProvider, providerOf } from './find-provider';

export const describeIdentityProvider: Handler<
  DescribeIdentityProviderCommandInput,
  DescribeIdentityProviderResponse
> = (input, service) => {
  const { pool, provider } = findProvider(service, input.UserPoolId, input.ProviderName);
  return { IdentityProvider: providerOf(pool, provider) };
};
