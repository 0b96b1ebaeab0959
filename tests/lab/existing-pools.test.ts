import {
  AdminCreateUserCommand,
  CreateIdentityProviderCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  CreateUserPoolDomainCommand,
  SetUserPoolMfaConfigCommand,
  type CognitoIdentityProviderClient,
  type CreateUserPoolClientCommandInput,
  type CreateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { SimulatedCognito } from '../../support/cognito/service';
import { ExistingPool } from '../../support/targets/existing';
import { mockPlace } from '../../support/targets/mock';
import { simulatedClient } from '../../support/targets/mock-client';
import type { LabResult } from '../../support/result/result';
import { idsOf, runOn } from './run';

type PoolInput = Partial<CreateUserPoolCommandInput>;
type ClientInput = Partial<CreateUserPoolClientCommandInput>;

const required = (...names: string[]): PoolInput['Schema'] => names.map((Name) => ({ Name, Required: true }));
const three = ['name', 'preferred_username', 'phone_number'];

/** The lab's choices, as they reach the API from any of AWS's tools. */
const lab: PoolInput = {
  PoolName: 'keke',
  UsernameAttributes: ['email'],
  AutoVerifiedAttributes: ['email'],
  Schema: required(...three),
};

interface Made {
  pool?: PoolInput;
  clients?: ClientInput[];
  users?: number | 'none' | 'without email';
  then?: (client: CognitoIdentityProviderClient, UserPoolId: string) => Promise<unknown>;
}

/** Makes a pool as its owner would, and then looks at it as `--user-pool-id` does. */
async function lookAt({ pool, clients = [{ ClientName: 'kekeclient' }], users = 1, then }: Made): Promise<LabResult> {
  const service = new SimulatedCognito();
  const owner = simulatedClient(service, mockPlace);
  const { UserPool } = await owner.send(new CreateUserPoolCommand({ PoolName: 'keke', ...lab, ...pool }));
  const UserPoolId = UserPool?.Id ?? '';
  for (const client of clients)
    await owner.send(new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'x', ...client }));
  const count = typeof users === 'number' ? users : users === 'none' ? 0 : 1;
  for (let n = 0; n < count; n++)
    await owner.send(userCommand(UserPoolId, pool, users === 'without email' ? undefined : n));
  await then?.(owner, UserPoolId);
  const target = new ExistingPool(simulatedClient(service, mockPlace), { kind: 'aws', userPoolId: UserPoolId }, {});
  return runOn(target);
}

function userCommand(UserPoolId: string, pool: PoolInput | undefined, number?: number): AdminCreateUserCommand {
  const email = `keke-${number ?? 0}@example.com`;
  const names = pool && 'UsernameAttributes' in pool ? pool.UsernameAttributes : lab.UsernameAttributes;
  const Username = names?.includes('email')
    ? email
    : names?.includes('phone_number')
      ? '+15550100123'
      : `keke-${number ?? 0}`;
  const UserAttributes = number === undefined ? [] : [{ Name: 'email', Value: email }];
  return new AdminCreateUserCommand({ UserPoolId, Username, UserAttributes, MessageAction: 'SUPPRESS' });
}

const rightPools: Record<string, Made> = {
  'the classic wizard': {
    pool: {
      Schema: required('email', ...three),
      UsernameConfiguration: { CaseSensitive: false },
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
      DeletionProtection: 'ACTIVE',
    },
    clients: [
      {
        ClientName: 'kekeclient',
        ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH'],
        PreventUserExistenceErrors: 'ENABLED',
      },
    ],
  },
  'the present console': {
    pool: {
      PoolName: 'User pool - 8u2wq',
      Schema: required('email', ...three),
      UsernameConfiguration: { CaseSensitive: false },
      UserPoolTier: 'ESSENTIALS',
      DeletionProtection: 'ACTIVE',
    },
    clients: [
      {
        ClientName: 'kekeclient',
        GenerateSecret: true,
        RefreshTokenValidity: 5,
        AllowedOAuthFlows: ['code'],
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthScopes: ['email', 'openid', 'phone'],
        CallbackURLs: ['https://d84l1y8p4kdic.cloudfront.net'],
        SupportedIdentityProviders: ['COGNITO'],
      },
    ],
    then: (client, UserPoolId) =>
      client.send(new CreateUserPoolDomainCommand({ UserPoolId, Domain: 'keke-lab-domain', ManagedLoginVersion: 2 })),
  },
  'the CLI, with the least that the lab asks for': {},
  'CloudFormation, with the password policy spelt out': {
    pool: {
      Policies: {
        PasswordPolicy: {
          MinimumLength: 8,
          RequireUppercase: true,
          RequireLowercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
          TemporaryPasswordValidityDays: 7,
        },
      },
      EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
      MfaConfiguration: 'OFF',
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
      UserPoolTags: { 'aws-tag': 'value' },
    },
  },
  'the CDK, with self sign-up enabled': {
    pool: {
      AccountRecoverySetting: {
        RecoveryMechanisms: [
          { Name: 'verified_phone_number', Priority: 1 },
          { Name: 'verified_email', Priority: 2 },
        ],
      },
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
      VerificationMessageTemplate: {
        DefaultEmailOption: 'CONFIRM_WITH_CODE',
        EmailMessage: 'The verification code to your new account is {####}',
        EmailSubject: 'Verify your new account',
      },
    },
  },
  'the lite tier': { pool: { UserPoolTier: 'LITE' } },
  'custom attributes': {
    pool: { Schema: [...(required(...three) ?? []), { Name: 'team', AttributeDataType: 'String', Mutable: true }] },
  },
  'a reply-to address for the mail of Cognito': {
    pool: { EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT', ReplyToEmailAddress: 'keke@example.com' } },
  },
  'several clients, two of the right name': {
    clients: [
      { ClientName: 'other' },
      { ClientName: 'kekeclient' },
      { ClientName: 'kekeclient', GenerateSecret: true },
    ],
  },
  'a history of passwords of nought': {
    pool: { Policies: { PasswordPolicy: { ...complete(), PasswordHistorySize: 0 } } },
  },
  'more users than one page holds': { users: 65 },
  'more clients than one page holds': {
    clients: [...Array.from({ length: 64 }, (_, n) => ({ ClientName: `client-${n}` })), { ClientName: 'kekeclient' }],
  },
};

function complete(): NonNullable<NonNullable<PoolInput['Policies']>['PasswordPolicy']> {
  return {
    MinimumLength: 8,
    RequireUppercase: true,
    RequireLowercase: true,
    RequireNumbers: true,
    RequireSymbols: true,
    TemporaryPasswordValidityDays: 7,
  };
}

const policy = (change: object): Made => ({ pool: { Policies: { PasswordPolicy: { ...complete(), ...change } } } });

/** Pools that differ from the lab in one setting, by the check that must find it. */
const wrongPools: Record<string, Record<string, Made>> = {
  'provider-cognito': Object.fromEntries(
    (['Google', 'Facebook', 'LoginWithAmazon'] as const).map((name) => [
      name,
      {
        then: (client, UserPoolId) =>
          client.send(
            new CreateIdentityProviderCommand({
              UserPoolId,
              ProviderName: name,
              ProviderType: name,
              ProviderDetails: { client_id: 'a', client_secret: 'b', authorize_scopes: 'email' },
            }),
          ),
      } satisfies Made,
    ]),
  ),
  'sign-in-email-only': {
    phone: { pool: { UsernameAttributes: ['phone_number'] } },
    'email or phone': { pool: { UsernameAttributes: ['email', 'phone_number'] } },
    'user name': { pool: { UsernameAttributes: undefined } },
    'user name, email as an alias': { pool: { UsernameAttributes: undefined, AliasAttributes: ['email'] } },
  },
  'password-policy-default': {
    'length 6': policy({ MinimumLength: 6 }),
    'length 12': policy({ MinimumLength: 12 }),
    'no uppercase': policy({ RequireUppercase: false }),
    'no lowercase': policy({ RequireLowercase: false }),
    'no numbers': policy({ RequireNumbers: false }),
    'no symbols': policy({ RequireSymbols: false }),
    '1 day': policy({ TemporaryPasswordValidityDays: 1 }),
    '30 days': policy({ TemporaryPasswordValidityDays: 30 }),
    history: policy({ PasswordHistorySize: 1 }),
  },
  'mfa-off': Object.fromEntries(
    (['ON', 'OPTIONAL'] as const).map((MfaConfiguration) => [
      MfaConfiguration,
      {
        then: (client, UserPoolId) =>
          client.send(
            new SetUserPoolMfaConfigCommand({
              UserPoolId,
              MfaConfiguration,
              SoftwareTokenMfaConfiguration: { Enabled: true },
            }),
          ),
      } satisfies Made,
    ]),
  ),
  'self-sign-up': {
    'by an administrator alone': { pool: { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } } },
  },
  'email-verified-at-sign-up': { nothing: { pool: { AutoVerifiedAttributes: undefined } } },
  'required-attributes': {
    none: { pool: { Schema: undefined } },
    'email alone': { pool: { Schema: required('email') } },
    'one missing': { pool: { Schema: required('name', 'phone_number') } },
    'one too many': { pool: { Schema: required(...three, 'gender') } },
    'another one': { pool: { Schema: required('name', 'nickname', 'phone_number') } },
  },
  'cognito-email': {
    SES: {
      pool: {
        EmailConfiguration: {
          EmailSendingAccount: 'DEVELOPER',
          SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/keke@example.com',
        },
      },
    },
    'an SES identity': {
      pool: {
        EmailConfiguration: {
          EmailSendingAccount: 'COGNITO_DEFAULT',
          SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/keke@example.com',
        },
      },
    },
  },
  'app-client': {
    none: { clients: [] },
    'another case': { clients: [{ ClientName: 'KekeClient' }] },
    'a space': { clients: [{ ClientName: 'kekeclient ' }] },
    'another name': { clients: [{ ClientName: 'keke' }] },
  },
  'user-created': { none: { users: 'none' } },
};

describe('Pools that exist', () => {
  for (const [what, made] of Object.entries(rightPools))
    it(`passes a right one: ${what}`, async () => {
      const result = await lookAt(made);
      expect(idsOf(result, 'failed')).to.deep.equal([]);
      expect(idsOf(result, 'error')).to.deep.equal([]);
      expect(result.status).to.equal('passed');
      expect(idsOf(result, 'skipped')).to.have.lengthOf(7);
    });

  for (const [fails, pools] of Object.entries(wrongPools))
    for (const [what, made] of Object.entries(pools))
      it(`fails ${fails} and nothing else: ${what}`, async () => {
        const result = await lookAt(made);
        expect(idsOf(result, 'failed')).to.deep.equal([fails]);
        expect([...idsOf(result, 'error'), ...idsOf(result, 'blocked')]).to.deep.equal([]);
        expect(result.status).to.equal('failed');
      });

  it('fails user-created where no user has an email address', async () => {
    const result = await lookAt({ pool: { UsernameAttributes: undefined }, users: 'without email' });
    expect(idsOf(result, 'failed')).to.deep.equal(['sign-in-email-only', 'user-created']);
  });

  it('is read in five calls, and by nothing that writes', async () => {
    const { calls } = await lookAt({});
    expect(calls).to.deep.equal({
      DescribeUserPool: 1,
      ListIdentityProviders: 1,
      ListUserPoolClients: 1,
      DescribeUserPoolClient: 1,
      ListUsers: 1,
    });
  });

  it('refuses a write at the client, whatever asks for it', async () => {
    const target = new ExistingPool(
      simulatedClient(new SimulatedCognito(), mockPlace),
      { kind: 'aws', userPoolId: 'us-east-1_AbCdEf123' },
      {},
    );
    const write = target.client
      .send(new CreateUserPoolCommand({ PoolName: 'x' }))
      .catch((error: Error) => error.message);
    expect(await write).to.equal('CreateUserPool was about to be sent to a pool that is only read.');
  });
});
