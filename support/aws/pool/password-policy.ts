import type { UserPoolType } from '@aws-sdk/client-cognito-identity-provider';
import { present } from './present';

/**
 * The password policy that is in force. AWS leaves PasswordHistorySize out where no password is remembered (recorded
 * 2026-09), and pools from before TemporaryPasswordValidityDays have its predecessor, which counts until the new
 * setting takes its place (documented).
 *
 * @returns the members that are known, by AWS's names
 * @throws CouldNotLook where there is no policy: AWS always answers with one
 */
export function effectivePasswordPolicy({ Policies, AdminCreateUserConfig }: UserPoolType): Record<string, unknown> {
  const policy = present(Policies?.PasswordPolicy, 'DescribeUserPool', 'Policies.PasswordPolicy');
  return {
    PasswordHistorySize: 0,
    TemporaryPasswordValidityDays: AdminCreateUserConfig?.UnusedAccountValidityDays,
    ...policy,
  };
}
