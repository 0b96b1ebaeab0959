import type { Members } from './setting';
import { choices, type ValueKind } from './value-kind';

const boxes: ValueKind = choices('sign-in option', {
  'User name': 'username',
  Email: 'email',
  'Phone number': 'phone_number',
  'Preferred username': 'preferred_username',
});

/**
 * The boxes of "Cognito user pool sign-in options" that are ticked. With "User name" among them, the others become
 * aliases of the user name; without it they replace the user name. This cannot be changed later.
 */
export const signInOptions: ValueKind = {
  ...boxes,
  toAws: (given) => boxes.toAws(Array.isArray(given) ? given.map(plain) : given),
};

const plain = (label: unknown): unknown =>
  typeof label === 'string' ? label.replaceAll('_', ' ').replace(/^username$/i, 'User name') : label;

/** AWS's two members, of which it refuses both at once. */
function membersOf(ticked: readonly string[]): { UsernameAttributes: string[]; AliasAttributes: string[] } {
  const names = ticked.filter((box) => box !== 'username');
  return ticked.includes('username')
    ? { UsernameAttributes: [], AliasAttributes: names }
    : { UsernameAttributes: names, AliasAttributes: [] };
}

/** A pool without attributes to sign in with has user names. */
export function signInOptionsRead({ UsernameAttributes, AliasAttributes }: Members): string[] {
  const names = (UsernameAttributes ?? []) as string[];
  return names.length ? names : ['username', ...((AliasAttributes ?? []) as string[])];
}

export function signInOptionsWrite(input: Members, value: unknown): void {
  for (const [member, names] of Object.entries(membersOf(value as string[]))) if (names.length) input[member] = names;
}

/** AWS leaves both out where they are empty (recorded 2026-09). */
export const signInOptionsParts = (value: unknown): { member: string; value: string[] }[] =>
  Object.entries(membersOf(value as string[])).map(([member, names]) => ({ member, value: names }));
