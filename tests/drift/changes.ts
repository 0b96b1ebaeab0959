/** Changes that somebody makes to a pool by hand, and where drift must find each of them: there and nowhere else. */
import {
  AddCustomAttributesCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  CreateIdentityProviderCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolDomainCommand,
  DeleteIdentityProviderCommand,
  DeleteUserPoolClientCommand,
  DeleteUserPoolDomainCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  SetUserPoolMfaConfigCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateIdentityProviderCommand,
  UpdateUserPoolClientCommand,
  UpdateUserPoolCommand,
  type CognitoIdentityProviderClient,
  type UpdateUserPoolClientCommandInput,
  type UpdateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';

export interface Scene {
  owner: CognitoIdentityProviderClient;
  UserPoolId: string;
  ClientId: string;
}

export interface Change {
  what: string;
  /** Done before the baseline is taken. */
  before?: (scene: Scene) => Promise<unknown>;
  change: (scene: Scene) => Promise<unknown>;
  /** Each difference as `kind path`; `CLIENT` stands for the app client's id. */
  found: string[];
  breaks?: string[];
}

/** Changes some settings and sends all others as they are, as the console does. */
export async function updatePool(
  { owner, UserPoolId }: Scene,
  change: Partial<UpdateUserPoolCommandInput>,
): Promise<void> {
  const { UserPool = {} } = await owner.send(new DescribeUserPoolCommand({ UserPoolId }));
  const {
    AutoVerifiedAttributes,
    AdminCreateUserConfig: { AllowAdminCreateUserOnly, InviteMessageTemplate } = {},
    EmailConfiguration,
    UserPoolTags,
    VerificationMessageTemplate,
    AccountRecoverySetting,
    UserAttributeUpdateSettings,
    LambdaConfig,
    DeletionProtection,
  } = UserPool;
  await owner.send(
    new UpdateUserPoolCommand({
      UserPoolId,
      AutoVerifiedAttributes,
      AdminCreateUserConfig: { AllowAdminCreateUserOnly, InviteMessageTemplate },
      EmailConfiguration,
      UserPoolTags,
      VerificationMessageTemplate,
      AccountRecoverySetting,
      UserAttributeUpdateSettings,
      LambdaConfig,
      DeletionProtection,
      ...change,
    }),
  );
}

async function updateClient(
  { owner, UserPoolId, ClientId }: Scene,
  change: Partial<UpdateUserPoolClientCommandInput>,
): Promise<void> {
  const { UserPoolClient = {} } = await owner.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
  const { ClientName, ExplicitAuthFlows, RefreshTokenValidity, CallbackURLs, LogoutURLs } = UserPoolClient;
  await owner.send(
    new UpdateUserPoolClientCommand({
      UserPoolId,
      ClientId,
      ClientName,
      ExplicitAuthFlows,
      RefreshTokenValidity,
      CallbackURLs,
      LogoutURLs,
      ...change,
    }),
  );
}

const policy = {
  MinimumLength: 8,
  RequireUppercase: true,
  RequireLowercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
  TemporaryPasswordValidityDays: 7,
};

const withPolicy = (scene: Scene, change: object): Promise<void> =>
  updatePool(scene, { Policies: { PasswordPolicy: { ...policy, ...change } } });

const spyIn = (account: string): string => `arn:aws:lambda:us-east-1:${account}:function:spy`;

const sms = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'lab' };

const byApp = { MfaConfiguration: 'OPTIONAL' as const, SoftwareTokenMfaConfiguration: { Enabled: true } };

const google = {
  ProviderName: 'Google',
  ProviderType: 'Google' as const,
  ProviderDetails: { client_id: 'lab', client_secret: 'a-secret-nobody-may-see', authorize_scopes: 'openid email' },
};

const withGoogle = ({ owner, UserPoolId }: Scene): Promise<unknown> =>
  owner.send(new CreateIdentityProviderCommand({ UserPoolId, ...google }));

const arnOf = async ({ owner, UserPoolId }: Scene): Promise<string> =>
  (await owner.send(new DescribeUserPoolCommand({ UserPoolId }))).UserPool?.Arn ?? '';

const at = 'UserPool.Policies.PasswordPolicy';

export const changes: Change[] = [
  {
    what: 'a shorter password',
    change: (scene) => withPolicy(scene, { MinimumLength: 6 }),
    found: [`changed ${at}.MinimumLength`],
    breaks: ['password-policy-default'],
  },
  {
    what: 'no symbols in passwords',
    change: (scene) => withPolicy(scene, { RequireSymbols: false }),
    found: [`changed ${at}.RequireSymbols`],
    breaks: ['password-policy-default'],
  },
  {
    what: 'temporary passwords that last longer, which AWS answers in two places',
    change: (scene) => withPolicy(scene, { TemporaryPasswordValidityDays: 30 }),
    found: [`changed ${at}.TemporaryPasswordValidityDays`],
    breaks: ['password-policy-default'],
  },
  {
    what: 'a history of passwords',
    change: (scene) => withPolicy(scene, { PasswordHistorySize: 3 }),
    found: [`added ${at}.PasswordHistorySize`],
    breaks: ['password-policy-default'],
  },
  {
    what: 'no sign-up by oneself',
    change: (scene) => updatePool(scene, { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } }),
    found: ['changed UserPool.AdminCreateUserConfig.AllowAdminCreateUserOnly'],
    breaks: ['self-sign-up'],
  },
  {
    what: 'no attribute verified',
    change: (scene) => updatePool(scene, { AutoVerifiedAttributes: undefined }),
    found: ['removed UserPool.AutoVerifiedAttributes'],
    breaks: ['email-verified-at-sign-up'],
  },
  {
    what: 'deletion protection',
    change: (scene) => updatePool(scene, { DeletionProtection: 'ACTIVE' }),
    found: ['changed UserPool.DeletionProtection'],
  },
  {
    what: 'the text of the verification mail, which AWS answers in two places',
    change: (scene) => updatePool(scene, { EmailVerificationMessage: 'Your code is {####}' }),
    found: ['added UserPool.VerificationMessageTemplate.EmailMessage'],
  },
  {
    what: 'the priority of the ways to recover an account',
    change: (scene) =>
      updatePool(scene, {
        AccountRecoverySetting: {
          RecoveryMechanisms: [
            { Name: 'verified_email', Priority: 2 },
            { Name: 'verified_phone_number', Priority: 1 },
          ],
        },
      }),
    found: ['changed UserPool.AccountRecoverySetting.RecoveryMechanisms'],
  },
  {
    what: 'what must be verified before it is changed',
    change: (scene) =>
      updatePool(scene, { UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] } }),
    found: ['added UserPool.UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate'],
  },
  {
    what: 'mail by SES',
    change: (scene) =>
      updatePool(scene, {
        EmailConfiguration: {
          EmailSendingAccount: 'DEVELOPER',
          SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/keke@example.com',
        },
      }),
    found: ['changed UserPool.EmailConfiguration.EmailSendingAccount', 'added UserPool.EmailConfiguration.SourceArn'],
    breaks: ['cognito-email'],
  },
  {
    what: 'a trigger',
    change: (scene) => updatePool(scene, { LambdaConfig: { PreSignUp: spyIn('123456789012') } }),
    found: ['added UserPool.LambdaConfig.PreSignUp'],
  },
  {
    what: 'a trigger of another account whose number ends alike',
    before: (scene) => updatePool(scene, { LambdaConfig: { PreSignUp: spyIn('123456789012') } }),
    change: (scene) => updatePool(scene, { LambdaConfig: { PreSignUp: spyIn('999956789012') } }),
    found: ['changed UserPool.LambdaConfig.PreSignUp'],
  },
  {
    what: 'two triggers at once, each by itself',
    change: (scene) =>
      updatePool(scene, {
        LambdaConfig: { PreSignUp: spyIn('123456789012'), PostConfirmation: spyIn('123456789012') },
      }),
    found: ['added UserPool.LambdaConfig.PostConfirmation', 'added UserPool.LambdaConfig.PreSignUp'],
  },
  {
    what: 'another name',
    change: (scene) => updatePool(scene, { PoolName: 'other' }),
    found: ['changed UserPool.Name'],
  },
  {
    what: 'a custom attribute',
    change: ({ owner, UserPoolId }) =>
      owner.send(
        new AddCustomAttributesCommand({
          UserPoolId,
          CustomAttributes: [{ Name: 'team', AttributeDataType: 'String' }],
        }),
      ),
    found: ['added UserPool.SchemaAttributes[custom:team]'],
  },
  {
    what: 'a second factor',
    change: ({ owner, UserPoolId }) =>
      owner.send(
        new SetUserPoolMfaConfigCommand({
          UserPoolId,
          MfaConfiguration: 'OPTIONAL',
          SoftwareTokenMfaConfiguration: { Enabled: true },
        }),
      ),
    found: ['changed UserPool.MfaConfiguration', 'added MfaConfig.SoftwareTokenMfaConfiguration.Enabled'],
    breaks: ['mfa-off'],
  },
  {
    what: 'text messages, which AWS answers in two places',
    change: (scene) => updatePool(scene, { SmsConfiguration: sms, SmsAuthenticationMessage: 'Your code is {####}' }),
    found: ['added UserPool.SmsAuthenticationMessage', 'added UserPool.SmsConfiguration'],
  },
  {
    what: 'the role for text messages, which AWS answers in two places',
    before: ({ owner, UserPoolId }) =>
      owner.send(
        new SetUserPoolMfaConfigCommand({ UserPoolId, ...byApp, SmsMfaConfiguration: { SmsConfiguration: sms } }),
      ),
    change: ({ owner, UserPoolId }) =>
      owner.send(
        new SetUserPoolMfaConfigCommand({
          UserPoolId,
          ...byApp,
          SmsMfaConfiguration: { SmsConfiguration: { ...sms, ExternalId: 'other' } },
        }),
      ),
    found: ['changed UserPool.SmsConfiguration.ExternalId'],
    breaks: [],
  },
  {
    what: 'a tag more',
    change: async (scene) =>
      scene.owner.send(new TagResourceCommand({ ResourceArn: await arnOf(scene), Tags: { 'cost-centre': '7' } })),
    found: ['added UserPool.UserPoolTags[cost-centre]'],
  },
  {
    what: 'another value of a tag',
    change: async (scene) =>
      scene.owner.send(new TagResourceCommand({ ResourceArn: await arnOf(scene), Tags: { team: 'red' } })),
    found: ['changed UserPool.UserPoolTags[team]'],
  },
  {
    what: 'another telephone number in a tag, which ends alike',
    before: async (scene) =>
      scene.owner.send(new TagResourceCommand({ ResourceArn: await arnOf(scene), Tags: { team: '+15550100123' } })),
    change: async (scene) =>
      scene.owner.send(new TagResourceCommand({ ResourceArn: await arnOf(scene), Tags: { team: '+15559990123' } })),
    found: ['changed UserPool.UserPoolTags[team]'],
  },
  {
    what: 'a tag less',
    change: async (scene) =>
      scene.owner.send(new UntagResourceCommand({ ResourceArn: await arnOf(scene), TagKeys: ['team'] })),
    found: ['removed UserPool.UserPoolTags[team]'],
  },
  {
    what: 'a domain',
    change: ({ owner, UserPoolId }) =>
      owner.send(new CreateUserPoolDomainCommand({ UserPoolId, Domain: 'keke-drift' })),
    found: ['added Domains[keke-drift]'],
  },
  {
    what: 'no domain any more',
    before: ({ owner, UserPoolId }) =>
      owner.send(new CreateUserPoolDomainCommand({ UserPoolId, Domain: 'keke-drift' })),
    change: ({ owner, UserPoolId }) =>
      owner.send(new DeleteUserPoolDomainCommand({ UserPoolId, Domain: 'keke-drift' })),
    found: ['removed Domains[keke-drift]'],
  },
  {
    what: 'an identity provider',
    change: withGoogle,
    found: ['added IdentityProviders[Google]'],
    breaks: ['provider-cognito'],
  },
  {
    what: 'another client of an identity provider',
    before: withGoogle,
    change: ({ owner, UserPoolId }) =>
      owner.send(
        new UpdateIdentityProviderCommand({
          UserPoolId,
          ProviderName: 'Google',
          ProviderDetails: { ...google.ProviderDetails, client_id: 'other', authorize_scopes: 'email openid' },
        }),
      ),
    found: ['changed IdentityProviders[Google].ProviderDetails.client_id'],
  },
  {
    what: 'another secret of an identity provider, which nobody gets to see',
    before: withGoogle,
    change: ({ owner, UserPoolId }) =>
      owner.send(
        new UpdateIdentityProviderCommand({
          UserPoolId,
          ProviderName: 'Google',
          ProviderDetails: { ...google.ProviderDetails, client_secret: 'a-secret-nobody-may-see-either' },
        }),
      ),
    found: ['changed IdentityProviders[Google].ProviderDetails.client_secret'],
  },
  {
    what: 'another mapping of an identity provider',
    before: withGoogle,
    change: ({ owner, UserPoolId }) =>
      owner.send(
        new UpdateIdentityProviderCommand({
          UserPoolId,
          ProviderName: 'Google',
          ProviderDetails: google.ProviderDetails,
          AttributeMapping: { username: 'sub', name: 'given_name' },
        }),
      ),
    found: ['added IdentityProviders[Google].AttributeMapping[name]'],
  },
  {
    what: 'no identity provider any more',
    before: withGoogle,
    change: ({ owner, UserPoolId }) =>
      owner.send(new DeleteIdentityProviderCommand({ UserPoolId, ProviderName: 'Google' })),
    found: ['removed IdentityProviders[Google]'],
  },
  {
    what: 'another app client',
    before: async (scene) => {
      scene.ClientId = '';
    },
    change: async (scene) => {
      const { UserPoolClient } = await scene.owner.send(
        new CreateUserPoolClientCommand({ UserPoolId: scene.UserPoolId, ClientName: 'other' }),
      );
      scene.ClientId = UserPoolClient?.ClientId ?? '';
    },
    found: ['added UserPoolClients[CLIENT]'],
  },
  {
    what: 'no app client any more',
    change: ({ owner, UserPoolId, ClientId }) => owner.send(new DeleteUserPoolClientCommand({ UserPoolId, ClientId })),
    found: ['removed UserPoolClients[CLIENT]'],
    breaks: ['app-client'],
  },
  {
    what: 'another name of the app client',
    change: (scene) => updateClient(scene, { ClientName: 'other' }),
    found: ['changed UserPoolClients[CLIENT].ClientName'],
    breaks: ['app-client'],
  },
  {
    what: 'another way to sign in',
    change: (scene) =>
      updateClient(scene, {
        ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH'],
      }),
    found: ['changed UserPoolClients[CLIENT].ExplicitAuthFlows'],
  },
  {
    what: 'longer sessions',
    change: (scene) => updateClient(scene, { RefreshTokenValidity: 90 }),
    found: ['changed UserPoolClients[CLIENT].RefreshTokenValidity'],
  },
  {
    what: 'a place to come back to',
    change: (scene) => updateClient(scene, { CallbackURLs: ['https://example.com/back'] }),
    found: ['added UserPoolClients[CLIENT].CallbackURLs'],
  },
  {
    what: 'two settings at once',
    change: async (scene) => {
      await updatePool(scene, { DeletionProtection: 'ACTIVE' });
      await updateClient(scene, { RefreshTokenValidity: 5 });
    },
    found: ['changed UserPool.DeletionProtection', 'changed UserPoolClients[CLIENT].RefreshTokenValidity'],
  },
  {
    what: 'nothing: users that come and go',
    change: async ({ owner, UserPoolId }) => {
      const Username = 'guest@example.com';
      await owner.send(new AdminCreateUserCommand({ UserPoolId, Username, MessageAction: 'SUPPRESS' }));
      await owner.send(new AdminDeleteUserCommand({ UserPoolId, Username }));
      await owner.send(
        new AdminCreateUserCommand({ UserPoolId, Username: 'new@example.com', MessageAction: 'SUPPRESS' }),
      );
    },
    found: [],
  },
  { what: 'nothing: an update that says what there is', change: (scene) => updatePool(scene, {}), found: [] },
];
