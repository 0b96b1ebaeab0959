import type { UserPoolType } from '@aws-sdk/client-cognito-identity-provider';
import { present } from './present';

/**
 * The password policy in effect. AWS omits PasswordHistorySize where no password is remembered (recorded 2026-09).
 * Pools from before TemporaryPasswordValidityDays have its predecessor, which applies until the new setting is set
 * (documented).
 *
 * @returns the known members, by AWS's names
 * @throws CouldNotLook if there is no policy: AWS always returns one
 */
export function effectivePasswordPolicy({ Policies, AdminCreateUserConfig }: UserPoolType): Record<string, unknown> {
  const policy = present(Policies?.PasswordPolicy, 'DescribeUserPool', 'Policies.PasswordPolicy');
  return {
    PasswordHistorySize: 0,
    TemporaryPasswordValidityDays: AdminCreateUserConfig?.UnusedAccountValidityDays,
    ...policy,
  };
}
