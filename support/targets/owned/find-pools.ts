import {
  DescribeUserPoolCommand,
  ListUserPoolsCommand,
  type CognitoIdentityProviderClient,
  type UserPoolDescriptionType,
  type UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider';
import { collectPages, paginate } from '../../aws/paginate';
import { retryThrottled } from '../../aws/retry-throttled';

/** AWS's largest page. */
const pageSize = 60;

/** All pools of the account in the client's region. @throws the error of the SDK, and CouldNotLook */
export async function listPools(
  client: CognitoIdentityProviderClient,
  delays?: readonly number[],
): Promise<UserPoolDescriptionType[]> {
  return collectPages(
    'ListUserPools',
    paginate('ListUserPools', 'UserPools', async (NextToken) => {
      const command = new ListUserPoolsCommand({ MaxResults: pageSize, NextToken });
      const answer = await retryThrottled(() => client.send(command), delays);
      return { items: answer.UserPools, next: answer.NextToken };
    }),
  );
}

/**
 * A pool with its tags, domain and deletion protection, from one DescribeUserPool call.
 *
 * @returns undefined if it no longer exists
 * @throws the error of the SDK
 */
export async function describePool(
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
  delays?: readonly number[],
): Promise<UserPoolType | undefined> {
  try {
    const { UserPool } = await retryThrottled(() => client.send(new DescribeUserPoolCommand({ UserPoolId })), delays);
    if (UserPool?.Id !== UserPoolId) throw new Error('DescribeUserPool answered without the pool.');
    return UserPool;
  } catch (error) {
    if ((error as Error).name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}
