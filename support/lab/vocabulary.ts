/**
 * The tutorial's words and AWS's names for them. The features and the model solution use the tutorial's words, the
 * SDK uses AWS's names; only this module knows both.
 */
import type { PasswordPolicyType } from '@aws-sdk/client-cognito-identity-provider';
import { findingPath, settings } from './settings';
import { knownWord } from './settings/value-kind';

export { attributeName } from './settings/attributes';

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

/** What reports call a setting where that is not its label: of several members, of another wording, or of none. */
const reportLabels: Record<string, string> = {
  UsernameAttributes: 'Sign-in options',
  AliasAttributes: 'Sign-in options besides a user name',
  'Policies.PasswordPolicy': 'Password policy',
  EmailConfiguration: 'Email provider',
  'UserPool.Id': 'User pool',
  Providers: 'Identity providers',
  'Providers[].ProviderName': 'Identity providers',
  'UserPoolClients[].ClientName': 'App client name',
  'Users[].Attributes.email': 'Email address of a user',
};

/** The labels of all settings that the checks read, by what findings call them. */
const labels: ReadonlyMap<string, string> = new Map([
  ...settings.map(({ read, label }): [string, string] => [findingPath(read), label]),
  ...Object.entries(policyRows).map(([label, [row]]): [string, string] => [
    `Policies.PasswordPolicy.${row}`,
    `Password policy: ${label}`,
  ]),
  ...Object.entries(reportLabels),
]);

/** The label of a setting; undefined if it has none, for example a behaviour. */
export const settingLabel = (setting: string): string | undefined => labels.get(setting);

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
const known = <T>(words: Record<string, T>, word: string, what: string): T =>
  words[knownWord(Object.keys(words), word, what)] as T;
