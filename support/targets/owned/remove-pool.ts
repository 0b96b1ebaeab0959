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
 * Removes an owned pool, after everything that AWS requires to be removed first: its domains, then its deletion
 * protection (documented; unverified against AWS: DeleteUserPool refuses a pool that has either). A pool that no
 * longer exists counts as removed.
 *
 * @param pool as returned by DescribeUserPool. The caller must make sure that the program owns it.
 * @param delays the backoff delays for throttled calls
 * @throws the error of the SDK
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
    // UpdateUserPool removes tags that are not sent, and without tags a sweep could not find the pool if the next
    // call fails. Other settings that it resets do not matter, because the pool is deleted.
    // What other settings of the pool depend on is sent, too: AWS refuses an attribute that is verified before an
    // update and not at sign-up (recorded, aws-cli issue 7151), and a second factor by SMS without a role.
    const { AutoVerifiedAttributes, UserAttributeUpdateSettings, SmsConfiguration, EmailConfiguration } = pool;
    const input = {
      UserPoolId,
      DeletionProtection: 'INACTIVE',
      UserPoolTags: sendable(UserPoolTags),
      AutoVerifiedAttributes,
      UserAttributeUpdateSettings,
      SmsConfiguration,
      EmailConfiguration,
    } as const;
    await unlessGone(retryThrottled(() => client.send(new UpdateUserPoolCommand(input)), delays));
  }
  await unlessGone(retryThrottled(() => client.send(new DeleteUserPoolCommand({ UserPoolId })), delays));
}

/** Like {@link removePool}, for a pool that was not described: reads it only if AWS refuses to delete it. */
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

/** AWS's own tags cannot be changed, and are refused in requests (documented). */
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
