import { nothing, thePool, type Phrase } from './phrase';

const given = { keyword: 'Given', kind: 'behaviour' } as const;
const when = { keyword: 'When', kind: 'behaviour' } as const;
const then = { keyword: 'Then', kind: 'behaviour', reads: nothing } as const;

/** What each behaviour check needs: a client of its own, and what the setting checks read, read before any write. */
const probe = ['CreateUserPoolClient'] as const;
const createsUser = [...probe, 'AdminCreateUser'] as const;
const copies = [...createsUser, 'AdminSetUserPassword', 'InitiateAuth'] as const;
const client = () => ['DescribeUserPool', 'ListUserPoolClients', 'DescribeUserPoolClient'] as const;

/** Phrases that try what settings mean. They run on a pool that the program made. */
export const behaviourPhrases = {
  user: {
    ...given,
    expression: 'a user of the pool',
    says: 'A user with an account and every attribute; the password is temporary.',
    examples: ['a user of the pool'],
    reads: thePool,
    writes: createsUser,
  },
  userWithPassword: {
    ...given,
    expression: 'a user of the pool with a password',
    says: 'The same, with a password of their own.',
    examples: ['a user of the pool with a password'],
    reads: thePool,
    writes: [...createsUser, 'AdminSetUserPassword'],
  },
  userWithAuthenticator: {
    ...given,
    expression: 'a user of the pool with an authenticator app',
    says: 'The same, who has set up an authenticator app as the second factor.',
    examples: ['a user of the pool with an authenticator app'],
    reads: thePool,
    writes: [
      ...copies,
      'AssociateSoftwareToken',
      'VerifySoftwareToken',
      'RespondToAuthChallenge',
      'SetUserMFAPreference',
    ],
  },
  userInGroup: {
    ...given,
    expression: 'a user of the pool in the group {string}',
    says: 'A user with a password of their own, in this group.',
    examples: ['a user of the pool in the group "admins"'],
    reads: () => ['DescribeUserPool', 'ListGroups'],
    writes: [...createsUser, 'AdminSetUserPassword', 'AdminAddUserToGroup'],
  },
  learnersUser: {
    ...given,
    expression: 'the user that the learner created',
    says: 'The first user of the model solution, with their temporary password.',
    examples: ['the user that the learner created'],
    reads: nothing,
  },
  visitor: {
    ...given,
    expression: 'a visitor',
    says: 'Somebody without an account.',
    examples: ['a visitor'],
    reads: thePool,
  },
  signIn: {
    ...when,
    expression: 'the user signs in',
    says: 'The user signs in with their password.',
    examples: ['the user signs in'],
    reads: thePool,
    writes: [...probe, 'InitiateAuth'],
  },
  signInBy: {
    ...when,
    expression: 'the user tries to sign in by each of',
    argument: 'table',
    says: 'The user signs in by each of these attributes in turn.',
    examples: ['the user tries to sign in by each of\n| Email |\n| Phone number |'],
    reads: thePool,
    writes: [...probe, 'InitiateAuth'],
  },
  signInWithClient: {
    ...when,
    expression: 'the user signs in with the app client {string}',
    says: 'The user signs in through a copy of this app client, whose settings it has.',
    examples: ['the user signs in with the app client "web"'],
    reads: () => [...client()],
    writes: copies,
  },
  signInWithoutSecret: {
    ...when,
    expression: 'the user signs in with the app client {string} without its secret',
    says: 'The same, without the proof that the app knows the secret.',
    examples: ['the user signs in with the app client "web" without its secret'],
    reads: () => [...client()],
    writes: copies,
  },
  answerWithCode: {
    ...when,
    expression: 'the user answers with a code of the authenticator app',
    says: 'The user answers the question for the second factor.',
    examples: ['the user answers with a code of the authenticator app'],
    reads: nothing,
    writes: ['RespondToAuthChallenge'],
  },
  signUp: {
    ...when,
    expression: 'the visitor signs up',
    says: 'The visitor signs up with every attribute and a good password.',
    examples: ['the visitor signs up'],
    reads: thePool,
    writes: [...probe, 'SignUp'],
  },
  signUpWithout: {
    ...when,
    expression: 'the visitor signs up, each time without one of',
    argument: 'table',
    says: 'Visitors sign up, each without one of these attributes.',
    examples: ['the visitor signs up, each time without one of\n| Name |'],
    reads: thePool,
    writes: [...probe, 'SignUp'],
  },
  passwords: {
    ...when,
    expression: 'the user is given each of these passwords in turn',
    argument: 'table',
    says: 'An administrator sets each of these passwords; the second column says why.',
    examples: ['the user is given each of these passwords in turn\n| Sh0rt!a | too short |'],
    reads: thePool,
    writes: ['AdminSetUserPassword'],
  },
  onlySignIn: {
    ...then,
    expression: 'only the sign-in by {string} should be accepted',
    says: 'Of the sign-ins that were tried, this one was accepted, and no other.',
    examples: ['only the sign-in by "Email" should be accepted'],
  },
  onlyPassword: {
    ...then,
    expression: 'only the password {string} should be accepted',
    says: 'Of the passwords that were tried, this one was accepted, and no other.',
    examples: ['only the password "G00d-enough!" should be accepted'],
  },
  attempt: {
    ...then,
    expression: 'the {attempt} should be {outcome}',
    says: 'The outcome of the sign-up or the sign-in. A sign-in is accepted once it returned tokens.',
    examples: ['the sign-up should be accepted', 'the sign-up should be refused', 'the sign-in should be refused'],
  },
  signUpsRefused: {
    ...then,
    expression: 'each of these sign-ups should be refused',
    says: 'None of the sign-ups that were tried was accepted.',
    examples: ['each of these sign-ups should be refused'],
  },
  noSecondFactor: {
    ...then,
    expression: 'no second factor should be asked for',
    says: 'After the password nothing more was asked for.',
    examples: ['no second factor should be asked for'],
  },
  authenticatorAsked: {
    ...then,
    expression: 'a code of the authenticator app should be asked for',
    says: 'After the password a code of the authenticator app was asked for, or that one be set up.',
    examples: ['a code of the authenticator app should be asked for'],
  },
  newPassword: {
    ...then,
    expression: 'a new password should be asked for',
    says: 'The sign-in asked for a new password.',
    examples: ['a new password should be asked for'],
  },
  attributesAsked: {
    ...then,
    expression: 'the attributes asked for should be exactly',
    argument: 'table',
    says: 'The sign-in asked for these attributes, and for no other.',
    examples: ['the attributes asked for should be exactly\n| Name |'],
  },
  codeTo: {
    ...then,
    expression: 'the confirmation code should go to their {string}',
    says: 'The code of the sign-up went to this address: by email, or by SMS to a phone number.',
    examples: [
      'the confirmation code should go to their "Email"',
      'the confirmation code should go to their "Phone number"',
    ],
  },
  tokenLasts: {
    ...then,
    expression: 'the {token} should be good for {duration}',
    says: 'The token of the sign-in says that it expires after this time.',
    examples: ['the access token should be good for 15 minutes'],
  },
  tokenGroups: {
    ...then,
    expression: 'the groups in the {token} should be exactly {labels}',
    says: 'The token of the sign-in names these groups, and no other.',
    examples: ['the groups in the ID token should be exactly "admins"'],
  },
} as const satisfies Record<string, Phrase>;
