import type {
  ListIdentityProvidersCommandInput,
  ListIdentityProvidersResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findPool } from '../../lookup';
import { page } from '../../paging';
import { unlessZero } from '../../unless-zero';

export const listIdentityProviders: Handler<ListIdentityProvidersCommandInput, ListIdentityProvidersResponse> = (
  input,
  service,
) => {
  const pool = findPool(service, input.UserPoolId);
  const { items, nextToken } = page({
    items: pool.identityProviders.values(),
    keyOf: ({ ProviderName }) => ProviderName,
    scope: `ListIdentityProviders ${pool.id}`,
    limit: unlessZero(input.MaxResults, 60),
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
