import type {
  ListIdentityProvidersCommandInput,
  ListIdentityProvidersResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findPool } from '../../find-pool';
import { page } from '../../paging';
import { zeroAsDefault } from '../../zero-as-default';

export const listIdentityProviders: Handler<ListIdentityProvidersCommandInput, ListIdentityProvidersResponse> = (
  input,
  service,
) => {
  const pool = findPool(service, input.UserPoolId);
  const { items, nextToken } = page({
    items: pool.identityProviders.values(),
    keyOf: ({ ProviderName }) => ProviderName,
    scope: `ListIdentityProviders ${pool.id}`,
    limit: zeroAsDefault(input.MaxResults, 60),
    token: input.NextToken,
  });
  const Providers = items.map(({ ProviderName, ProviderType, modifiedAt, createdAt }) => ({
    ProviderName,
    ProviderType,
    LastModifiedDate: new Date(modifiedAt),
    CreationDate: new Date(createdAt),
  }));
  return nextToken ? { Providers, NextToken: nextToken } : { Providers };
};
