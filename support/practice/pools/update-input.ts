import type { UpdateUserPoolCommandInput, UserPoolType } from '@aws-sdk/client-cognito-identity-provider';

/** What UpdateUserPool takes of what DescribeUserPool answers. What is not sent, it sets back to its default. */
const members = [
  'Policies',
  'DeletionProtection',
  'LambdaConfig',
  'AutoVerifiedAttributes',
  'SmsVerificationMessage',
  'EmailVerificationMessage',
  'EmailVerificationSubject',
  'VerificationMessageTemplate',
  'SmsAuthenticationMessage',
  'UserAttributeUpdateSettings',
  'MfaConfiguration',
  'DeviceConfiguration',
  'EmailConfiguration',
  'SmsConfiguration',
  'UserPoolTags',
  'AdminCreateUserConfig',
  'UserPoolAddOns',
  'AccountRecoverySetting',
  'UserPoolTier',
] as const satisfies (keyof UserPoolType & keyof UpdateUserPoolCommandInput)[];

/** The input of an update that changes nothing: everything that a pool has. */
export function keepAll(pool: UserPoolType): UpdateUserPoolCommandInput {
  const input: UpdateUserPoolCommandInput = { UserPoolId: pool.Id };
  for (const member of members) if (pool[member] !== undefined) Object.assign(input, { [member]: pool[member] });
  // The older name of TemporaryPasswordValidityDays, which AWS answers and refuses beside it.
  if (input.AdminCreateUserConfig) {
    const { UnusedAccountValidityDays: _, ...rest } = input.AdminCreateUserConfig;
    input.AdminCreateUserConfig = rest;
  }
  return input;
}

/**
 * The input of an update that changes some members and keeps all others.
 *
 * @param paths of the members that are changed, e.g. `Policies.PasswordPolicy`
 * @param changed has their new values; one that is not in it goes back to its default
 */
export function changing(pool: UserPoolType, paths: readonly string[], changed: object): UpdateUserPoolCommandInput {
  const input = structuredClone(keepAll(pool)) as unknown as Record<string, unknown>;
  for (const path of paths) {
    const [outer = '', inner] = path.split('.');
    const value = (changed as Record<string, unknown>)[outer];
    if (inner === undefined) set(input, outer, value);
    else {
      const kept = { ...(input[outer] as Record<string, unknown> | undefined) };
      set(kept, inner, (value as Record<string, unknown> | undefined)?.[inner]);
      input[outer] = kept;
    }
  }
  return input as unknown as UpdateUserPoolCommandInput;
}

function set(object: Record<string, unknown>, key: string, value: unknown): void {
  if (value === undefined) Reflect.deleteProperty(object, key);
  else object[key] = value;
}
