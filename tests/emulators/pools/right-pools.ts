import { passwordPolicy, required, type Changes, type Flags } from './learner-pool';

/** A pool that is as the lab says, made in one of the ways that AWS offers. */
export interface RightPool {
  title: string;
  changes?: Changes;
  /** The name that the class agreed on. */
  agreedName?: string;
}

const recoveryBy = (...names: string[]): string[] => [
  `RecoveryMechanisms=[${names.map((name, index) => `{Priority=${index + 1},Name=${name}}`).join(',')}]`,
];
const kekeclient: Flags = { '--client-name': ['kekeclient'] };
const anyone = ['AllowAdminCreateUserOnly=false'];
const minutesAndDays = ['AccessToken=minutes,IdToken=minutes,RefreshToken=days'];

/** By itself the CLI would fetch an address, and take what it finds there for the value. */
const onList = (address: string): string[] => [JSON.stringify([address])];

/** The email is required as well, as the console makes it where it is what users sign in with. */
const emailAndThree = required('email', 'name', 'preferred_username', 'phone_number');

/** Recorded from AWS 2024-03: what the wizard sent until November 2024. */
const classicWizard: Flags = {
  '--schema': emailAndThree,
  '--policies': passwordPolicy(),
  '--mfa-configuration': ['OFF'],
  '--username-configuration': ['CaseSensitive=false'],
  '--admin-create-user-config': anyone,
  '--account-recovery-setting': recoveryBy('verified_email'),
  '--user-attribute-update-settings': ['AttributesRequireVerificationBeforeUpdate=email'],
  '--email-configuration': ['EmailSendingAccount=COGNITO_DEFAULT'],
  '--verification-message-template': ['DefaultEmailOption=CONFIRM_WITH_CODE'],
  '--deletion-protection': ['ACTIVE'],
};
const classicClient: Flags = {
  ...kekeclient,
  '--explicit-auth-flows': ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH'],
  '--refresh-token-validity': ['30'],
  '--access-token-validity': ['60'],
  '--id-token-validity': ['60'],
  '--token-validity-units': minutesAndDays,
  '--prevent-user-existence-errors': ['ENABLED'],
};

/** Recorded from AWS 2025: what the present console sends. */
const presentConsole: Flags = {
  ...classicWizard,
  '--pool-name': ['User pool - a1b2c3'],
  '--account-recovery-setting': recoveryBy('verified_email', 'verified_phone_number'),
  '--user-attribute-update-settings': undefined,
};
const presentClient: Flags = {
  ...classicClient,
  '--explicit-auth-flows': ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'],
  '--refresh-token-validity': ['5'],
  '--allowed-o-auth-flows-user-pool-client': [],
  '--allowed-o-auth-flows': ['code'],
  '--allowed-o-auth-scopes': ['email', 'openid', 'phone'],
  '--callback-urls': onList('https://d84l1y8p4kdic.cloudfront.net'),
  '--supported-identity-providers': ['COGNITO'],
};
const withSecret: Flags = { '--generate-secret': [] };

/** What the CDK synthesises for a pool with self sign-up, the email its only alias to sign in with. */
const cdk: Flags = {
  '--admin-create-user-config': anyone,
  '--account-recovery-setting': recoveryBy('verified_phone_number', 'verified_email'),
  '--email-verification-subject': ['Verify your new account'],
  '--email-verification-message': ['The verification code to your new account is {####}'],
  '--sms-verification-message': ['The verification code to your new account is {####}'],
};
const cdkClient: Flags = {
  ...kekeclient,
  '--allowed-o-auth-flows-user-pool-client': [],
  '--allowed-o-auth-flows': ['implicit', 'code'],
  '--allowed-o-auth-scopes': ['profile', 'phone', 'email', 'openid', 'aws.cognito.signin.user.admin'],
  '--callback-urls': onList('https://example.com'),
  '--supported-identity-providers': ['COGNITO'],
};

/** What CloudFormation and Terraform send where a template says more than it must. */
const template: Flags = {
  '--schema': ['name', 'preferred_username', 'phone_number', 'email'].map(
    (name) =>
      `Name=${name},AttributeDataType=String,Required=true,Mutable=true,StringAttributeConstraints={MinLength=0,MaxLength=2048}`,
  ),
  '--policies': passwordPolicy(),
  '--mfa-configuration': ['OFF'],
  '--admin-create-user-config': anyone,
  '--email-configuration': ['EmailSendingAccount=COGNITO_DEFAULT'],
  '--verification-message-template': ['DefaultEmailOption=CONFIRM_WITH_CODE'],
  '--user-pool-tags': ['ManagedBy=terraform'],
};

export const rightPools: readonly RightPool[] = [
  { title: 'the AWS CLI, with the fewest flags' },
  { title: 'the classic wizard, a public client', changes: { pool: classicWizard, clients: [classicClient] } },
  {
    title: 'the classic wizard, a confidential client',
    changes: { pool: classicWizard, clients: [{ ...classicClient, ...withSecret }] },
  },
  {
    title: 'the present console, a single-page application',
    changes: { pool: presentConsole, clients: [presentClient] },
  },
  {
    title: 'the present console, a traditional web application, with its domain',
    changes: {
      pool: presentConsole,
      clients: [{ ...presentClient, ...withSecret }],
      afterwards: ({ userPoolId }) => [
        ['create-user-pool-domain', '--user-pool-id', userPoolId, '--domain', 'us-east-1a1b2c3d4e'],
      ],
    },
  },
  { title: 'a template of CloudFormation or Terraform', changes: { pool: template } },
  { title: 'the CDK, with self sign-up', changes: { pool: cdk, clients: [cdkClient] } },
  { title: 'the name that the class agreed on', agreedName: 'keke user pool' },
  {
    title: 'custom attributes besides',
    changes: {
      pool: {
        '--schema': [
          ...required('name', 'preferred_username', 'phone_number'),
          'Name=team,AttributeDataType=String,Mutable=true',
        ],
      },
    },
  },
  {
    title: 'replies to the email go to an address',
    changes: {
      pool: { '--email-configuration': ['EmailSendingAccount=COGNITO_DEFAULT,ReplyToEmailAddress=keke@example.com'] },
    },
  },
  { title: 'another app client before it', changes: { clients: [{ '--client-name': ['my-app'] }, kekeclient] } },
  { title: 'two app clients of the name', changes: { clients: [kekeclient, { ...kekeclient, ...withSecret }] } },
  {
    title: 'a user who signed up and was confirmed',
    changes: {
      users: [],
      afterwards: ({ userPoolId, clientIds: [clientId = ''] }) => [
        [
          'sign-up',
          ...['--client-id', clientId, '--username', 'ann@example.com', '--password', 'Str0ng-enough!'],
          '--user-attributes',
          ...['email=ann@example.com', 'name=Ann', 'preferred_username=ann', 'phone_number=+15550100'].map((pair) =>
            pair.replace(/^(\w+)=(.*)$/, 'Name=$1,Value=$2'),
          ),
        ],
        ['admin-confirm-sign-up', '--user-pool-id', userPoolId, '--username', 'ann@example.com'],
      ],
    },
  },
  {
    title: 'a user with a password of their own',
    changes: {
      afterwards: ({ userPoolId }) => [
        [
          'admin-set-user-password',
          ...['--user-pool-id', userPoolId, '--username', 'keke@example.com', '--password', 'Str0ng-enough!'],
          '--permanent',
        ],
      ],
    },
  },
];
