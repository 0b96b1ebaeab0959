import { defaultPasswordPolicy } from '../../common/default-password-policy';
import { setMember, type Members, type Setting, type Write } from './setting';
import { choices, number } from './value-kind';

/** The requirements of a password policy, in the order of the console. */
export const passwordRequirements = {
  'Contains at least 1 number': 'RequireNumbers',
  'Contains at least 1 special character': 'RequireSymbols',
  'Contains at least 1 uppercase letter': 'RequireUppercase',
  'Contains at least 1 lowercase letter': 'RequireLowercase',
} as const;

const policyPath = 'Policies.PasswordPolicy';

/** The console starts from the defaults. AWS takes a kind of character that is not named as not required. */
export function customPolicy(input: Members): Members {
  const policies = (input.Policies ??= {}) as Members;
  return (policies.PasswordPolicy ??= { ...defaultPasswordPolicy }) as Members;
}

const set = (member: string): Write => ({
  operation: 'UpdateUserPool',
  member: `${policyPath}.${member}`,
  write: (input, value) => setMember(customPolicy(input), member, value),
});

const place = {
  classic: 'Step 2, Configure security requirements > Password policy mode > Custom',
  wizardStep: 2,
  present: 'Authentication > Authentication methods > Password policy > Edit',
} as const;

const kinds = Object.values(passwordRequirements);

/** What a password must be like. */
export const passwordPolicy: readonly Setting[] = [
  {
    name: 'password minimum length',
    label: 'Password minimum length',
    of: 'user pool',
    read: { operation: 'DescribeUserPool', member: `${policyPath}.MinimumLength` },
    values: number('characters', 6, 99),
    set: set('MinimumLength'),
    place,
  },
  {
    name: 'password requirements',
    label: 'Password requirements',
    of: 'user pool',
    read: {
      operation: 'DescribeUserPool',
      member: policyPath,
      value: ({ Policies }) => {
        const { PasswordPolicy: policy } = (Policies ?? {}) as { PasswordPolicy?: Members };
        // AWS answers with each of the four (recorded 2026-09): without one, the answer is not whole.
        return policy && kinds.every((kind) => kind in policy) ? kinds.filter((kind) => policy[kind]) : undefined;
      },
    },
    values: choices('password requirement', passwordRequirements),
    set: {
      operation: 'UpdateUserPool',
      member: policyPath,
      write: (input, value) => {
        const policy = customPolicy(input);
        for (const kind of kinds) policy[kind] = (value as string[]).includes(kind);
      },
    },
    place,
  },
  {
    name: 'temporary password validity',
    label: 'Temporary passwords set by administrators expire in',
    of: 'user pool',
    read: {
      operation: 'DescribeUserPool',
      member: `${policyPath}.TemporaryPasswordValidityDays`,
      // Its predecessor applies to pools from before it (documented).
      value: ({ Policies, AdminCreateUserConfig }) =>
        (Policies as { PasswordPolicy?: Members } | undefined)?.PasswordPolicy?.TemporaryPasswordValidityDays ??
        (AdminCreateUserConfig as Members | undefined)?.UnusedAccountValidityDays,
    },
    values: number('days', 1, 365),
    set: set('TemporaryPasswordValidityDays'),
    place,
  },
  {
    name: 'number of previous passwords refused',
    label: 'Prevent use of previous passwords',
    of: 'user pool',
    read: { operation: 'DescribeUserPool', member: `${policyPath}.PasswordHistorySize` },
    absent: 0,
    evidence: 'recorded from AWS 2026-09: left out where no password is remembered',
    values: number('passwords', 0, 24),
    set: set('PasswordHistorySize'),
    place,
  },
];
