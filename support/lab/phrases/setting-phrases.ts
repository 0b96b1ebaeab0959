import type { Phrase } from './phrase';
import { thePool } from './phrase';
import { readsOfNamed, readsOfThing } from './reads';
import type { Thing } from './parameter-types';

const setting = { keyword: 'Then', kind: 'setting' } as const;

/** Phrases that read settings. */
export const settingPhrases = {
  completed: {
    ...setting,
    keyword: 'Given',
    expression: 'a learner has completed the lab',
    says: 'The lab was done: by whoever made the pool, or by the program from the model solution. Every scenario starts so.',
    examples: ['a learner has completed the lab'],
    reads: () => [],
  },
  compare: {
    ...setting,
    expression: '(the ){setting} should {relation} {value}',
    says: 'A setting has this value, or another one, or one within bounds; a list has exactly these entries, or these among them.',
    examples: [
      'threat protection should be "Full-function"',
      'the password minimum length should be at least 12',
      'the deletion protection should be on',
      'the callback URLs of the app client "web" should be exactly "https://app.example.com/signed-in"',
      'the access token of the app client "web" should expire after 15 minutes',
      'the refresh token of every app client should expire after at most 30 days',
      'the MFA methods should include "Authenticator apps"',
      'the authentication flows of the app client "web" should not include "ALLOW_USER_PASSWORD_AUTH"',
      'the verification email message should contain "{####}"',
    ],
    reads: readsOfNamed,
  },
  compareBelow: {
    ...setting,
    expression: '(the ){setting} should {relation}',
    argument: 'table or text',
    says: 'The same with the entries of a list in a table, the rows of a table of two columns, or a text of several lines.',
    examples: [
      'the required attributes should be exactly\n| Name |\n| Phone number |',
      'the tags should include\n| course | security |',
      'the attributes of the user "keke" should include\n| Email | keke@example.com |',
    ],
    reads: readsOfNamed,
  },
  isSet: {
    ...setting,
    expression: '(the ){setting} should be set',
    says: 'A setting has a value, whichever it is; a list has an entry.',
    examples: ['the log destination of user activity should be set'],
    reads: readsOfNamed,
  },
  isNotSet: {
    ...setting,
    expression: '(the ){setting} should not be set',
    says: 'A setting has no value; a list has no entry.',
    examples: ['the custom domain should not be set'],
    reads: readsOfNamed,
  },
  each: {
    ...setting,
    expression: 'each of the {setting} should {relation} {value}',
    says: 'Every entry of a list is of this form, and there is at least one.',
    examples: ['each of the callback URLs of the app client "web" should start with "https://"'],
    reads: readsOfNamed,
  },
  exists: {
    ...setting,
    expression: 'there should be a/an {thing} named {string}',
    says: 'The pool has one of this name; a user also by email address or phone number, a resource server by its identifier.',
    examples: [
      'there should be an app client named "web"',
      'there should be a group named "admins"',
      'there should be a user named "keke@example.com"',
    ],
    reads: (thing) => readsOfThing[thing as Thing],
  },
  doesNotExist: {
    ...setting,
    expression: 'there should be no {thing} named {string}',
    says: 'The pool has none of this name.',
    examples: ['there should be no group named "everyone"'],
    reads: (thing) => readsOfThing[thing as Thing].slice(0, 1),
  },
  member: {
    ...setting,
    expression: 'the user {string} should be in the group {string}',
    says: 'The user is a member of the group.',
    examples: ['the user "keke@example.com" should be in the group "admins"'],
    reads: () => ['ListUsers', 'AdminListGroupsForUser'],
  },
  noMember: {
    ...setting,
    expression: 'the user {string} should not be in the group {string}',
    says: 'The user is no member of the group.',
    examples: ['the user "keke@example.com" should not be in the group "admins"'],
    reads: () => ['ListUsers', 'AdminListGroupsForUser'],
  },
  trigger: {
    ...setting,
    expression: 'the user pool should have the trigger {string}',
    says: 'A Lambda function is called at this event.',
    examples: ['the user pool should have the trigger "Pre sign-up"'],
    reads: thePool,
  },
  tag: {
    ...setting,
    expression: 'the user pool should have the tag {string}',
    says: 'The pool has a tag of this key, whatever its value.',
    examples: ['the user pool should have the tag "course"'],
    reads: thePool,
  },
  passwordPolicy: {
    ...setting,
    expression: 'the password policy should be',
    argument: 'table',
    says: 'The password policy has these values, row by row.',
    examples: ['the password policy should be\n| Minimum length | 8 |\n| Uppercase letter | required |'],
    reads: thePool,
  },
  pool: {
    ...setting,
    expression: 'there should be a user pool',
    says: 'The pool is there.',
    examples: ['there should be a user pool'],
    reads: thePool,
  },
  agreedName: {
    ...setting,
    expression: 'the user pool should have the name that the class agreed on',
    says: 'The pool has the name of --user-pool-name; any name where none is configured.',
    examples: ['the user pool should have the name that the class agreed on'],
    reads: thePool,
  },
  selfSignUp: {
    ...setting,
    expression: 'users should be able to sign themselves up',
    says: 'Users can sign up without an administrator.',
    examples: ['users should be able to sign themselves up'],
    reads: thePool,
  },
  userWithEmail: {
    ...setting,
    expression: 'there should be a user with an email address',
    says: 'At least one user has an email address.',
    examples: ['there should be a user with an email address'],
    reads: () => ['ListUsers'],
  },
} as const satisfies Record<string, Phrase>;
