import type { Finding } from '../../../support/lab/result/result';
import { passwordPolicy, required, userNamed, type Changes } from './learner-pool';

/** A pool that is the lab's but for one setting. */
export interface WrongPool {
  title: string;
  /** The one check that it fails. */
  check: string;
  changes?: Changes;
  /** What the report finds amiss. */
  findings: Pick<Finding, 'setting' | 'expected' | 'actual'>[];
  /** The name that the class agreed on. */
  agreedName?: string;
}

type Row = Omit<WrongPool, 'check'>;

const under = (check: string, rows: Row[]): WrongPool[] => rows.map((row) => ({ check, ...row }));

interface Provider {
  name: string;
  type: string;
  details: string[];
}
const social = ['client_id=lab', 'client_secret=lab', 'authorize_scopes=email'];
const google: Provider = { name: 'Google', type: 'Google', details: social };
const facebook: Provider = { name: 'Facebook', type: 'Facebook', details: social };
const amazon: Provider = { name: 'LoginWithAmazon', type: 'LoginWithAmazon', details: social };
const saml: Provider = { name: 'Corporation', type: 'SAML', details: ['MetadataURL=https://idp.example.com/metadata'] };
const oidc: Provider = {
  name: 'Okta',
  type: 'OIDC',
  details: [...social, 'attributes_request_method=GET', 'oidc_issuer=https://idp.example.com'],
};
const federated = (title: string, ...providers: Provider[]): Row => ({
  title,
  changes: {
    afterwards: ({ userPoolId }) =>
      providers.map(({ name, type, details }) => [
        'create-identity-provider',
        ...['--user-pool-id', userPoolId, '--provider-name', name, '--provider-type', type],
        ...['--provider-details', details.join(',')],
      ]),
  },
  findings: [{ setting: 'Providers', expected: [], actual: providers.map(({ name }) => name) }],
});

const providers = under('provider-cognito', [
  federated('users may sign in with Google', google),
  federated('users may sign in with Facebook', facebook),
  federated('users may sign in with Amazon', amazon),
  federated('users may sign in with a SAML provider', saml),
  federated('users may sign in with an OpenID Connect provider', oidc),
  federated('users may sign in with two providers', google, saml),
]);

/** A pool with other sign-in options, with a user who fits them. */
const signIn = (title: string, usernames: string[], aliases: string[], user: string): Row => ({
  title,
  changes: {
    pool: {
      '--username-attributes': usernames.length ? usernames : undefined,
      '--alias-attributes': aliases.length ? aliases : undefined,
    },
    users: [userNamed(user)],
  },
  findings: [
    { setting: 'UsernameAttributes', expected: ['email'], actual: usernames },
    { setting: 'AliasAttributes', expected: [], actual: aliases },
  ].filter(({ expected, actual }) => expected.join() !== actual.join()),
});

const signInOptions = under('sign-in-email-only', [
  signIn('users sign in by phone number', ['phone_number'], [], '+15550100'),
  signIn('users sign in by email or phone number', ['email', 'phone_number'], [], 'keke@example.com'),
  signIn('users sign in by user name', [], [], 'keke'),
  signIn('users sign in by user name, the email an alias', [], ['email'], 'keke'),
  signIn('users sign in by user name, the phone number an alias', [], ['phone_number'], 'keke'),
  signIn('users sign in by user name, the preferred one an alias', [], ['preferred_username'], 'keke'),
  signIn('users sign in by user name, email and phone number aliases', [], ['email', 'phone_number'], 'keke'),
  signIn('users sign in by email, with an alias besides', ['email'], ['preferred_username'], 'keke@example.com'),
]);

const expectedPolicy: Record<string, number | boolean> = {
  MinimumLength: 8,
  TemporaryPasswordValidityDays: 7,
  PasswordHistorySize: 0,
};
const policy = (title: string, changes: Record<string, number | boolean>): Row => ({
  title,
  changes: { pool: { '--policies': passwordPolicy(changes) } },
  findings: Object.entries(changes).map(([member, actual]) => ({
    setting: `Policies.PasswordPolicy.${member}`,
    expected: expectedPolicy[member] ?? true,
    actual,
  })),
});

const passwordPolicies = under('password-policy-default', [
  policy('passwords may be shorter', { MinimumLength: 6 }),
  policy('passwords must be a little longer', { MinimumLength: 9 }),
  policy('passwords must be as long as can be', { MinimumLength: 99 }),
  policy('no uppercase letter is required', { RequireUppercase: false }),
  policy('no lowercase letter is required', { RequireLowercase: false }),
  policy('no number is required', { RequireNumbers: false }),
  policy('no special character is required', { RequireSymbols: false }),
  policy('temporary passwords are good for a day', { TemporaryPasswordValidityDays: 1 }),
  policy('temporary passwords are good for a year', { TemporaryPasswordValidityDays: 365 }),
  policy('the last password may not be used again', { PasswordHistorySize: 1 }),
  policy('24 passwords may not be used again', { PasswordHistorySize: 24 }),
  policy('the policy is all different', {
    MinimumLength: 14,
    RequireUppercase: false,
    RequireLowercase: false,
    RequireNumbers: false,
    RequireSymbols: false,
    TemporaryPasswordValidityDays: 30,
    PasswordHistorySize: 5,
  }),
  {
    // AWS fills in what is not sent; an emulator that does not is no excuse for what was sent.
    title: 'passwords must be longer, and nothing else of the policy was said',
    changes: { pool: { '--policies': ['PasswordPolicy={MinimumLength=12}'] } },
    findings: [{ setting: 'Policies.PasswordPolicy.MinimumLength', expected: 8, actual: 12 }],
  },
]);

const mfaFinding = (actual: string): WrongPool['findings'] => [
  { setting: 'MfaConfiguration', expected: 'OFF', actual },
];
const mfa = (title: string, mode: string, ...how: string[]): Row => ({
  title,
  changes: how.length
    ? {
        afterwards: ({ userPoolId }) => [
          ['set-user-pool-mfa-config', '--user-pool-id', userPoolId, '--mfa-configuration', mode, ...how],
        ],
      }
    : { pool: { '--mfa-configuration': [mode] } },
  findings: mfaFinding(mode),
});
const authenticator = ['--software-token-mfa-configuration', 'Enabled=true'];

const secondFactors = under('mfa-off', [
  mfa('a second factor is required', 'ON'),
  mfa('a second factor is optional', 'OPTIONAL'),
  mfa('an authenticator app is required', 'ON', ...authenticator),
  mfa('an authenticator app is optional', 'OPTIONAL', ...authenticator),
]);

const byAdministrators = (title: string, config: string): Row => ({
  title,
  changes: { pool: { '--admin-create-user-config': [config] } },
  findings: [{ setting: 'AdminCreateUserConfig.AllowAdminCreateUserOnly', expected: false, actual: true }],
});

const selfSignUp = under('self-sign-up', [
  byAdministrators('only administrators create users', 'AllowAdminCreateUserOnly=true'),
  byAdministrators(
    'only administrators create users, with an invitation of their own',
    'AllowAdminCreateUserOnly=true,InviteMessageTemplate={EmailMessage="Hello {username}, use {####}",EmailSubject=Welcome}',
  ),
]);

const verified = (title: string, attributes: string[]): Row => ({
  title,
  changes: { pool: { '--auto-verified-attributes': attributes.length ? attributes : undefined } },
  findings: [{ setting: 'AutoVerifiedAttributes', expected: ['email'], actual: attributes }],
});

const verifications = under('email-verified-at-sign-up', [
  verified('nothing is verified at sign-up', []),
  verified('the phone number is verified at sign-up', ['phone_number']),
  verified('email and phone number are verified at sign-up', ['email', 'phone_number']),
]);

const threeRequired = ['name', 'preferred_username', 'phone_number'];
const requiredOf = (title: string, names: string[], schema: string[] | undefined = required(...names)): Row => ({
  title,
  changes: { pool: { '--schema': schema } },
  findings: [
    {
      setting: 'SchemaAttributes[].Required',
      expected: threeRequired,
      actual: names.filter((name) => name !== 'email'),
    },
  ],
});
const without = (left: string): string[] => threeRequired.filter((name) => name !== left);

const requiredAttributes = under('required-attributes', [
  requiredOf('the name is not required', without('name')),
  requiredOf('the preferred username is not required', without('preferred_username')),
  requiredOf('the phone number is not required', without('phone_number')),
  requiredOf('the phone number alone is required', ['phone_number']),
  requiredOf('nothing but the email is required', ['email']),
  { ...requiredOf('nothing is required', []), changes: { pool: { '--schema': undefined } } },
  requiredOf('the family name is required besides', [...threeRequired, 'family_name']),
  requiredOf('birthdate and address are required besides', [...threeRequired, 'birthdate', 'address']),
  requiredOf('given and family name are required in place of the name', [
    'preferred_username',
    'phone_number',
    'given_name',
    'family_name',
  ]),
  requiredOf('the nickname is required in place of the preferred username', ['name', 'nickname', 'phone_number']),
  requiredOf(
    'the three attributes are there and not required',
    [],
    threeRequired.map((name) => `Name=${name},Required=false`),
  ),
]);

const identity = 'SourceArn=arn:aws:ses:us-east-1:123456789012:identity/keke@example.com';
const sending = { setting: 'EmailConfiguration.EmailSendingAccount', expected: 'COGNITO_DEFAULT', actual: 'DEVELOPER' };
const source = {
  setting: 'EmailConfiguration.SourceArn',
  expected: 'none',
  actual: 'arn:aws:ses:us-east-1:********9012:identity/k***@e***',
};
const email = (title: string, config: string, ...findings: Row['findings']): Row => ({
  title,
  changes: { pool: { '--email-configuration': [config] } },
  findings,
});

const emailProviders = under('cognito-email', [
  email('Amazon SES sends the email', `EmailSendingAccount=DEVELOPER,${identity}`, sending, source),
  email(
    'Amazon SES sends the email from a name, by a configuration set',
    `EmailSendingAccount=DEVELOPER,${identity},From="Keke <keke@example.com>",ConfigurationSet=lab`,
    sending,
    source,
  ),
  email('Cognito sends the email from an SES identity', `EmailSendingAccount=COGNITO_DEFAULT,${identity}`, source),
]);

const named = (title: string, name: string): Row => ({
  title,
  changes: { pool: { '--pool-name': [name] } },
  agreedName: 'keke user pool',
  findings: [{ setting: 'Name', expected: 'keke user pool', actual: name }],
});

const names = under('user-pool-name', [
  named('the pool has the name that the console made up', 'User pool - a1b2c3'),
  named('the name of the pool is written with capitals', 'Keke User Pool'),
  named('the name of the pool has something after it', 'keke user pool 2'),
  named('the name of the pool is cut', 'keke'),
]);

const clientsNamed = (title: string, ...names: string[]): Row => ({
  title,
  changes: { clients: names.map((name) => ({ '--client-name': [name] })) },
  findings: [{ setting: 'UserPoolClients[].ClientName', expected: 'kekeclient', actual: names.map(inFinding) }],
});

/** A name that differs by its blanks alone is shown in quotation marks, so that a reader sees where it ends. */
const inFinding = (name: string): string => (name.replaceAll(' ', '') === 'kekeclient' ? JSON.stringify(name) : name);

const appClients = under('app-client', [
  clientsNamed('there is no app client'),
  clientsNamed('the app client is written with a capital', 'Kekeclient'),
  clientsNamed('the app client is written in two words', 'keke client'),
  clientsNamed('the name of the app client has something after it', 'kekeclient2'),
  clientsNamed('there is a space after the name of the app client', 'kekeclient '),
  clientsNamed('of several app clients none has the name', 'my-app', 'keke', 'my-kekeclient'),
]);

const users = under('user-created', [
  {
    title: 'there is no user',
    changes: { users: [] },
    findings: [
      {
        setting: 'Users[].Attributes.email',
        expected: 'at least one user with an email address',
        actual: 'no users',
      },
    ],
  },
  {
    title: 'the user has no email address',
    changes: {
      afterwards: ({ userPoolId }) => [
        [
          'admin-delete-user-attributes',
          ...['--user-pool-id', userPoolId, '--username', 'keke@example.com', '--user-attribute-names', 'email'],
        ],
      ],
    },
    findings: [
      {
        setting: 'Users[].Attributes.email',
        expected: 'at least one user with an email address',
        actual: '1 without an email address',
      },
    ],
  },
]);

/** For every check that reads a setting, every way to get it wrong that can be told with the AWS CLI. */
export const wrongPools: readonly WrongPool[] = [
  ...providers,
  ...signInOptions,
  ...passwordPolicies,
  ...secondFactors,
  ...selfSignUp,
  ...verifications,
  ...requiredAttributes,
  ...emailProviders,
  ...names,
  ...appClients,
  ...users,
];
