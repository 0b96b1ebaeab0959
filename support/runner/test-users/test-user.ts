import type { AttributeType, UserPoolType } from '@aws-sdk/client-cognito-identity-provider';
import type { Authenticator } from './authenticator';

/** A user in a behaviour check. */
export interface TestUser {
  /** The name that the user signs in with, depending on the pool's sign-in options. */
  username: string;
  password: string;
  /** By AWS's names of the attributes. */
  attributes: Record<string, string>;
  /** The app that shows the user's codes, once it is set up. */
  authenticator?: Authenticator;
}

/** Contains every kind of character that a policy can require; repeated up to the policy's minimum length. */
const strong = 'Str0ng-enough!';

/** Values that Cognito accepts for its standard attributes. */
const standardValues: Record<string, string> = {
  address: '1 Lab Street',
  birthdate: '2000-01-01',
  family_name: 'Learner',
  gender: 'unspecified',
  given_name: 'Keke',
  locale: 'en-US',
  middle_name: 'Lab',
  name: 'Keke Learner',
  nickname: 'keke',
  picture: 'https://example.com/keke.png',
  profile: 'https://example.com/keke',
  updated_at: '1700000000',
  website: 'https://example.com',
  zoneinfo: 'UTC',
};

/**
 * Generates a user that the pool accepts whatever its sign-in options and required attributes are, so that a check of
 * one setting never fails because of another.
 *
 * Mail to the mailbox simulator is accepted by Amazon SES and discarded; +1 555 01xx is not assigned to any
 * subscriber.
 *
 * @param number distinguishes users; below 10,000
 */
export function makeUser(pool: UserPoolType, number: number): TestUser {
  const { SchemaAttributes = [], UsernameAttributes = [], Policies } = pool;
  const unique: Record<string, string> = {
    email: `success+lab-${number}@simulator.amazonses.com`,
    phone_number: `+1555010${String(number).padStart(4, '0')}`,
    preferred_username: `lab-learner-${number}`,
  };
  const required = SchemaAttributes.filter(({ Required }) => Required).map(({ Name }) => Name ?? '');
  const attributes: Record<string, string> = { ...unique, name: standardValues.name ?? '' };
  for (const name of required) {
    const value = unique[name] ?? standardValues[name];
    if (value) attributes[name] = value;
  }
  const length = Policies?.PasswordPolicy?.MinimumLength ?? 0;
  const username = userName(UsernameAttributes, attributes, number);
  return { username, password: strong.padEnd(length, strong), attributes };
}

function userName(options: string[], attributes: Record<string, string>, number: number): string {
  if (options.includes('email')) return attributes.email ?? '';
  return options.includes('phone_number') ? (attributes.phone_number ?? '') : `lab-user-${number}`;
}

/** Converts attributes to the form of AWS's calls. */
export const attributeList = (attributes: Record<string, string>, without?: string): AttributeType[] =>
  Object.entries(attributes)
    .filter(([Name]) => Name !== without)
    .map(([Name, Value]) => ({ Name, Value }));
