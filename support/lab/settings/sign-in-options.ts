import type { AliasAttributeType, UsernameAttributeType } from '@aws-sdk/client-cognito-identity-provider';
import { attributeName } from './attributes';
import type { Members } from './setting';
import { choices, type ValueKind } from './value-kind';

export interface SignInOptions {
  UsernameAttributes: UsernameAttributeType[];
  AliasAttributes: AliasAttributeType[];
}

/**
 * The effect of the checkboxes of "Cognito user pool sign-in options". With "User name" selected, the others become
 * aliases of the user name; without it they replace the user name. This cannot be changed later.
 */
export function signInOptionsOf(labels: readonly string[]): SignInOptions {
  const boxes = labels.map((label) => (isUserName(label) ? 'username' : attributeName(label)));
  const names = boxes.filter((box) => box !== 'username');
  return boxes.includes('username')
    ? { UsernameAttributes: [], AliasAttributes: names as AliasAttributeType[] }
    : { UsernameAttributes: names as UsernameAttributeType[], AliasAttributes: [] };
}

const isUserName = (label: string): boolean => /^user ?name$/i.test(label.trim());

const boxes: ValueKind = choices('sign-in option', {
  'User name': 'username',
  Email: 'email',
  'Phone number': 'phone_number',
  'Preferred username': 'preferred_username',
});

/** The boxes that are ticked. AWS keeps what they come to in two members. */
export const signInOptions: ValueKind = {
  ...boxes,
  toAws: (given) => {
    const labels = boxes.toAws(Array.isArray(given) ? given.map(plain) : given) as string[];
    return labels;
  },
};

const plain = (label: unknown): unknown =>
  typeof label !== 'string' ? label : isUserName(label) ? 'User name' : label.replaceAll('_', ' ');

/** A pool without attributes to sign in with has user names. */
export function signInOptionsRead({ UsernameAttributes, AliasAttributes }: Members): string[] {
  const names = (UsernameAttributes ?? []) as string[];
  return names.length ? names : ['username', ...((AliasAttributes ?? []) as string[])];
}

/** AWS refuses both members at once. */
export function signInOptionsWrite(input: Members, value: unknown): void {
  const ticked = value as string[];
  const names = ticked.filter((box) => box !== 'username');
  if (names.length) input[ticked.includes('username') ? 'AliasAttributes' : 'UsernameAttributes'] = names;
}
