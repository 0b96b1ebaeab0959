/**
 * The tutorial's words and AWS's names for them. The features and the model solution use the tutorial's words, the
 * SDK uses AWS's names; only this module knows both.
 */
import type {
  AliasAttributeType,
  EmailSendingAccountType,
  PasswordPolicyType,
  UsernameAttributeType,
  UserPoolMfaType,
} from '@aws-sdk/client-cognito-identity-provider';
import { Problem } from '../common/problem';
import { quote } from '../common/text/shorten';

/** AWS's names of the standard attributes, by the console's labels in lower case. */
const attributes = new Map<string, string>(
  [
    'address',
    'birthdate',
    'email',
    'family_name',
    'gender',
    'given_name',
    'locale',
    'middle_name',
    'name',
    'nickname',
    'phone_number',
    'picture',
    'preferred_username',
    'profile',
    'updated_at',
    'website',
    'zoneinfo',
  ].map((name) => [name.replace('_', ' '), name]),
);

/**
 * `Preferred Username` as AWS writes it: `preferred_username`. Ignores case; spaces and underscores are equivalent.
 *
 * @throws Problem if it is not a standard attribute
 */
export function attributeName(label: string): string {
  const name = attributes.get(label.trim().toLowerCase().replaceAll('_', ' '));
  if (!name)
    throw new Problem(
      `${quote(label)} is not a standard attribute of a user pool.`,
      `Use one of: ${[...attributes.keys()].join(', ')}.`,
    );
  return name;
}

export interface SignInOptions {
  UsernameAttributes: UsernameAttributeType[];
  AliasAttributes: AliasAttributeType[];
}

/**
 * The effect of the checkboxes of "Cognito user pool sign-in options". With "User name" selected, the others become
 * aliases of the user name; without it they replace the user name. This cannot be changed later.
 */
export function signInOptions(labels: readonly string[]): SignInOptions {
  const boxes = labels.map((label) => (isUserName(label) ? 'username' : attributeName(label)));
  const names = boxes.filter((box) => box !== 'username');
  return boxes.includes('username')
    ? { UsernameAttributes: [], AliasAttributes: names as AliasAttributeType[] }
    : { UsernameAttributes: names as UsernameAttributeType[], AliasAttributes: [] };
}

const isUserName = (label: string): boolean => /^user ?name$/i.test(label.trim());

const mfaEnforcement: Record<string, UserPoolMfaType> = {
  'No MFA': 'OFF',
  'Optional MFA': 'OPTIONAL',
  'Require MFA': 'ON',
};

/** `No MFA` as AWS writes it: `OFF`. */
export const mfaConfiguration = (label: string): UserPoolMfaType => known(mfaEnforcement, label, 'MFA enforcement');

const emailProviders: Record<string, EmailSendingAccountType> = {
  'Send email with Cognito': 'COGNITO_DEFAULT',
  'Send email with Amazon SES': 'DEVELOPER',
};

/** `Send email with Cognito` as AWS writes it: `COGNITO_DEFAULT`. */
export const emailSendingAccount = (label: string): EmailSendingAccountType =>
  known(emailProviders, label, 'email provider');

/** The requirements of a password policy, in the order of the console. */
export const passwordRequirements = {
  'Contains at least 1 number': 'RequireNumbers',
  'Contains at least 1 special character': 'RequireSymbols',
  'Contains at least 1 uppercase letter': 'RequireUppercase',
  'Contains at least 1 lowercase letter': 'RequireLowercase',
} as const;

/** A password policy in a feature: the label, the member, and how to parse its value. */
const policyRows: Record<string, [member: keyof PasswordPolicyType, value: (cell: string) => number | boolean]> = {
  'Minimum length': ['MinimumLength', Number],
  'Uppercase letter': ['RequireUppercase', isRequired],
  'Lowercase letter': ['RequireLowercase', isRequired],
  Number: ['RequireNumbers', isRequired],
  'Special character': ['RequireSymbols', isRequired],
  'Days a temporary one is good': ['TemporaryPasswordValidityDays', Number],
  'Earlier ones remembered': ['PasswordHistorySize', Number],
};

/** The console's labels of the settings that the checks read, by their paths in AWS's answers. */
const settingLabels: Record<string, string> = {
  UsernameAttributes: 'Sign-in options',
  AliasAttributes: 'Sign-in options besides a user name',
  'Policies.PasswordPolicy': 'Password policy',
  MfaConfiguration: 'MFA enforcement',
  'AdminCreateUserConfig.AllowAdminCreateUserOnly': 'Self-registration',
  AutoVerifiedAttributes: 'Attributes that Cognito verifies',
  'SchemaAttributes[].Required': 'Required attributes',
  EmailConfiguration: 'Email provider',
  'EmailConfiguration.EmailSendingAccount': 'Email provider',
  'EmailConfiguration.SourceArn': 'SES identity',
  Name: 'User pool name',
  'UserPool.Id': 'User pool',
  Providers: 'Identity providers',
  'Providers[].ProviderName': 'Identity providers',
  'UserPoolClients[].ClientName': 'App client name',
  'UserPoolClient.ClientName': 'App client name',
  'Users[].Attributes.email': 'Email address of a user',
};

/** The label of a setting; undefined if it has none, for example a behaviour. */
export function settingLabel(setting: string): string | undefined {
  if (Object.hasOwn(settingLabels, setting)) return settingLabels[setting];
  const [label] = Object.entries(policyRows).find(([, [row]]) => setting === `Policies.PasswordPolicy.${row}`) ?? [];
  return label && `Password policy: ${label}`;
}

function isRequired(cell: string): boolean {
  return known({ required: true, 'not required': false }, cell, 'requirement');
}

/** Parses a table of a feature as a password policy. @throws Problem for an unknown row */
export function passwordPolicy(rows: Record<string, string>): PasswordPolicyType {
  return Object.fromEntries(
    Object.entries(rows).map(([label, cell]) => {
      const [member, value] = known(policyRows, label, 'row of a password policy');
      return [member, value(cell)];
    }),
  );
}

/**
 * Looks up a word of the tutorial.
 *
 * @throws Problem that lists the known words
 */
export function known<T>(words: Record<string, T>, word: unknown, what: string): T {
  if (typeof word === 'string' && Object.hasOwn(words, word)) return words[word] as T;
  throw new Problem(
    `${quote(word)} is not a known ${what}.`,
    `Use one of: ${Object.keys(words)
      .map((known) => `"${known}"`)
      .join(', ')}.`,
  );
}
