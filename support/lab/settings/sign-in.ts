import type { Setting } from './setting';
import { choices, onOff } from './value-kind';
import { signInOptions, signInOptionsParts, signInOptionsRead, signInOptionsWrite } from './sign-in-options';

/** How users sign in: what is asked of them first, and by which name. */
export const signIn: readonly Setting[] = [
  {
    name: 'sign-in options',
    label: 'Cognito user pool sign-in options',
    of: 'user pool',
    read: { operation: 'DescribeUserPool', member: 'UsernameAttributes', value: signInOptionsRead },
    values: signInOptions,
    set: { operation: 'CreateUserPool', member: 'UsernameAttributes', write: signInOptionsWrite },
    parts: signInOptionsParts,
    fixed: true,
    place: {
      classic: 'Step 1, Configure sign-in experience > Cognito user pool sign-in options',
      wizardStep: 1,
      present: 'Create user pool > Options for sign-in identifiers',
    },
  },
  {
    name: 'user name case sensitivity',
    label: 'Make user name case sensitive',
    of: 'user pool',
    read: { operation: 'DescribeUserPool', member: 'UsernameConfiguration.CaseSensitive' },
    absent: true,
    evidence:
      'recorded from AWS 2024: without it in the input, a pool has no UsernameConfiguration; documented as sensitive',
    values: onOff(),
    set: { operation: 'CreateUserPool', member: 'UsernameConfiguration.CaseSensitive' },
    fixed: true,
    place: {
      classic: 'Step 1, Configure sign-in experience > User name requirements > Make user name case sensitive',
      wizardStep: 1,
      present: 'Authentication > Sign-in > User name case sensitivity',
    },
  },
  {
    name: 'choices of first factor',
    label: 'Choices of first factor',
    of: 'user pool',
    read: { operation: 'DescribeUserPool', member: 'Policies.SignInPolicy.AllowedFirstAuthFactors' },
    absent: ['PASSWORD'],
    evidence: 'recorded from AWS before 2024-11: pools had no SignInPolicy, and passwords were the only first factor',
    values: choices('first factor', {
      Password: 'PASSWORD',
      'Email message one-time password': 'EMAIL_OTP',
      'SMS message one-time password': 'SMS_OTP',
      Passkey: 'WEB_AUTHN',
    }),
    set: { operation: 'UpdateUserPool', member: 'Policies.SignInPolicy.AllowedFirstAuthFactors' },
    place: { present: 'Authentication > Sign-in > Options for choice-based sign-in > Edit' },
  },
];
