import type { CreateUserPoolCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import { Problem } from '../../common/problem';
import { quote } from '../../common/text/shorten';
import { settingLabelled, type Members } from '../settings';
import { noSuchChoice } from './no-such-choice';
import type { CreatedUser } from './plan';
import { isObject } from './resources';

const keys = [
  'User name',
  'Email address',
  'Phone number',
  'Temporary password',
  'User attributes',
  'Groups of the user',
  'Confirmation status',
  'Account status',
] as const;

type Words = Partial<Record<(typeof keys)[number], unknown>>;

/** A user as a solution has it. @throws Problem that says what it lacks, or which choice is wrong */
export function plannedUser(value: unknown): CreatedUser {
  const words: Words = isObject(value) ? value : {};
  const password = words['Temporary password'];
  const isNamed = ['User name', 'Email address', 'Phone number'].some((key) => isText(words[key as keyof Words]));
  if (!isNamed || !isText(password))
    throw new Problem(
      'It has no email address, or no temporary password.',
      'Write {"Email address": "…", "Temporary password": "…"}; in place of the address also a "User name".',
    );
  const unknown = Object.keys(words).find((key) => !(keys as readonly string[]).includes(key));
  if (unknown !== undefined) throw noSuchChoice(unknown, keys, 'of a user');
  for (const key of ['User name', 'Email address', 'Phone number'] as const)
    if (words[key] !== undefined && !isText(words[key]))
      throw new Problem(`${quote(words[key])} is not a text.`, 'Write a text in quotation marks.');
  const read = (label: (typeof keys)[number]): unknown =>
    words[label] === undefined ? undefined : settingLabelled(label, 'user')?.values.toAws(words[label]);
  const status = read('Confirmation status');
  if (status !== undefined && status !== 'CONFIRMED' && status !== 'FORCE_CHANGE_PASSWORD')
    throw new Problem(
      `Nobody can create a user who is ${quote(words['Confirmation status'])}.`,
      'Use "Confirmed" or "Force change password".',
    );
  const { 'User name': name, 'Email address': email, 'Phone number': phone } = words;
  const attributes = {
    ...(read('User attributes') as Record<string, string> | undefined),
    ...(isText(phone) && { phone_number: phone }),
  };
  const groups = read('Groups of the user') as string[] | undefined;
  return {
    username: isText(name) ? name : '',
    ...(isText(email) && { email }),
    temporaryPassword: password,
    ...(Object.keys(attributes).length && { attributes }),
    ...(groups?.length && { groups }),
    ...(status === 'CONFIRMED' && { confirmed: true }),
    ...(read('Account status') === false && { disabled: true }),
  };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** The user as the pool's own choices make the console ask for it, so that one wrong choice never hides another. */
export function suited(user: CreatedUser, pool: CreateUserPoolCommandInput, number: number): CreatedUser {
  const { UsernameAttributes: names = [], Policies } = pool;
  const { username, email, attributes = {}, temporaryPassword } = user;
  const phone = attributes.phone_number;
  const byAddress = names.includes('email') ? email : undefined;
  const byPhone = names.includes('phone_number')
    ? (phone ?? `+155501001${String(number).padStart(2, '0')}`)
    : undefined;
  return {
    ...user,
    username: byAddress ?? byPhone ?? (username || (number === 0 ? 'keke' : `keke-${number}`)),
    temporaryPassword: temporaryPassword.padEnd(Policies?.PasswordPolicy?.MinimumLength ?? 0, temporaryPassword),
  };
}

/** The attributes of a user in the form of AWS's calls. */
export const attributesOf = ({ email, attributes = {} }: CreatedUser): Members[] =>
  Object.entries({ ...(email !== undefined && { email }), ...attributes }).map(([Name, Value]) => ({ Name, Value }));
