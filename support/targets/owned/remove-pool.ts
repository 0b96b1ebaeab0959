import {
  DeleteUserPoolCommand,
  DeleteUserPoolDomainCommand,
  DescribeUserPoolCommand,
  UpdateUserPoolCommand,
  type CognitoIdentityProviderClient,
  type UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider';
import { retryThrottled } from '../../aws/retry-throttled';

/**
 * Removes a pool of our own with all that AWS wants removed before: its domains, then its deletion protection
 * (documented; unverified against AWS: DeleteUserPool refuses a pool that has either). One that is gone is removed.
 *
 * @param pool as DescribeUserPool shows it. That it is ours is for the caller to know.
 * @param delays of the tries where it is throttled
 * @throws whatever the SDK throws
 */
export async function removePool(
  client: CognitoIdentityProviderClient,
  pool: UserPoolType,
  delays?: readonly number[],
): Promise<void> {
  const { Id: UserPoolId, DeletionProtection, UserPoolTags } = pool;
  for (const Domain of [pool.Domain, pool.CustomDomain])
    if (Domain)
      await unlessGone(
        retryThrottled(() => client.send(new DeleteUserPoolDomainCommand({ Domain, UserPoolId })), delays),
      );
  if (DeletionProtection === 'ACTIVE') {
    // UpdateUserPool takes the tags away from a pool that is not sent them, and without them nobody would find it again
    // if the next call fails. What else it resets does not matter to a pool that is about to go.
    const input = { UserPoolId, DeletionProtection: 'INACTIVE', UserPoolTags: sendable(UserPoolTags) } as const;
    await unlessGone(retryThrottled(() => client.send(new UpdateUserPoolCommand(input)), delays));
  }
  await unlessGone(retryThrottled(() => client.send(new DeleteUserPoolCommand({ UserPoolId })), delays));
}

/** As {@link removePool}, of a pool that nobody has described: it is only where AWS refuses to delete it. */
export async function removePoolById(
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
  delays?: readonly number[],
): Promise<void> {
  try {
    await removePool(client, { Id: UserPoolId }, delays);
  } catch (error) {
    if ((error as Error).name !== 'InvalidParameterException') throw error;
    const describe = () => client.send(new DescribeUserPoolCommand({ UserPoolId }));
    const described = await unlessGone(retryThrottled(describe, delays));
    if (described?.UserPool) await removePool(client, { ...described.UserPool, Id: UserPoolId }, delays);
  }
}

/** Tags of AWS's own stay as they are, and are refused where they are sent (documented). */
const sendable = (tags: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(tags).filter(([key]) => !/^aws:/i.test(key)));

async function unlessGone<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if ((error as Error).name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}
