import type {
  DomainDescriptionType,
  GetUserPoolMfaConfigCommandOutput,
  GroupType,
  IdentityProviderType,
  LogDeliveryConfigurationType,
  ProviderDescription,
  ResourceServerType,
  RiskConfigurationType,
  UserPoolClientDescription,
  UserPoolClientType,
  UserPoolType,
  UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { maskAccounts, maskAddresses, maskArn, maskAttribute, maskEmail, maskTag } from '../../common/text/mask';
import type { Operation } from '../../aws/answer-shapes';
import type { Needs } from '../../lab/phrases/needs';
import { isWithin, memberAt, membersRead, setMember, type Setting } from '../../lab/settings';

/**
 * Redacts AWS's answers for a snapshot, by an allow-list of members: new members of AWS stay out until they were
 * reviewed. Everything that the checks read is kept, in a form with the same verdict as the original; a test checks
 * this.
 */

const userPoolMembers = [
  'Id',
  'Name',
  'UsernameAttributes',
  'AliasAttributes',
  'AutoVerifiedAttributes',
  'MfaConfiguration',
  'DeletionProtection',
  'UserPoolTier',
  'EstimatedNumberOfUsers',
  'CreationDate',
  'LastModifiedDate',
  'UsernameConfiguration',
  'AccountRecoverySetting',
  'UserAttributeUpdateSettings',
  'Policies',
] as const;

/**
 * The members that every snapshot keeps, by operation; a snapshot notes in `Kept` which it keeps besides. What is not
 * kept is not known: it must never be taken for what AWS means by leaving it out.
 */
export const alwaysKept: Partial<Record<Operation, readonly string[]>> = {
  DescribeUserPool: [
    ...userPoolMembers,
    'Arn',
    'SchemaAttributes',
    'AdminCreateUserConfig.AllowAdminCreateUserOnly',
    'AdminCreateUserConfig.UnusedAccountValidityDays',
    'EmailConfiguration.EmailSendingAccount',
    'EmailConfiguration.SourceArn',
    'LambdaConfig',
  ],
  DescribeUserPoolClient: ['ClientId', 'ClientName', 'UserPoolId'],
  DescribeRiskConfiguration: ['CompromisedCredentialsRiskConfiguration', 'AccountTakeoverRiskConfiguration'],
};

/** The members that are kept for the checks of one lab. */
function keptFor(operation: Operation, { settings, operations }: Needs): { Kept?: string[] } {
  const always = alwaysKept[operation] ?? [];
  const members = new Set([
    ...settings.flatMap((setting) => (setting.read.operation === operation ? membersRead(setting) : [])),
    ...(operation === 'DescribeUserPool' && operations.includes('DescribeUserPoolDomain')
      ? ['Domain', 'CustomDomain']
      : []),
  ]);
  const kept = [...members].filter((member) => !isWithin(member, always)).sort();
  return kept.length ? { Kept: kept } : {};
}

export function redactUserPool(pool: UserPoolType, needs?: Needs): Record<string, unknown> {
  const { Arn, SchemaAttributes, AdminCreateUserConfig, EmailConfiguration, LambdaConfig } = pool;
  const { AllowAdminCreateUserOnly, UnusedAccountValidityDays } = AdminCreateUserConfig ?? {};
  const { EmailSendingAccount, SourceArn } = EmailConfiguration ?? {};
  const redacted = plain({
    ...pick(pool, userPoolMembers),
    Arn: Arn && maskArn(Arn),
    SchemaAttributes: SchemaAttributes?.map((attribute) =>
      pick(attribute, ['Name', 'AttributeDataType', 'Mutable', 'Required']),
    ),
    AdminCreateUserConfig: AdminCreateUserConfig && { AllowAdminCreateUserOnly, UnusedAccountValidityDays },
    EmailConfiguration: EmailConfiguration && {
      EmailSendingAccount,
      SourceArn: SourceArn && maskArn(SourceArn),
    },
    // Keeps which triggers exist; the functions' names are private.
    LambdaConfig:
      LambdaConfig && Object.fromEntries(Object.keys(LambdaConfig).map((trigger) => [trigger, 'a function'])),
  });
  return needs
    ? { ...redacted, ...neededMembers(pool, redacted, needs), ...keptFor('DescribeUserPool', needs) }
    : redacted;
}

/** What the lab asks for beyond what every lab does, masked where it is nobody else's business. */
function neededMembers(pool: object, redacted: Record<string, unknown>, needs: Needs): Record<string, unknown> {
  const added = structuredClone(redacted);
  if (needs.operations.includes('DescribeUserPoolDomain'))
    Object.assign(added, pick(pool as UserPoolType, ['Domain', 'CustomDomain']));
  for (const setting of needs.settings) {
    if (setting.read.operation !== 'DescribeUserPool') continue;
    for (const member of membersRead(setting)) {
      const value = memberAt(pool, member);
      const isKept = memberAt(added, member) !== undefined && !setting.values.masked;
      if (value === undefined || isKept) continue;
      setMember(added, member, member === 'UserPoolTags' ? maskTags(value, needs) : masked(setting, value, needs));
    }
  }
  return plain(added);
}

/** A tag's value can be an address; one that the lab names is nobody's secret. */
const maskTags = (tags: unknown, { texts }: Needs): Record<string, string> =>
  Object.fromEntries(
    Object.entries(tags as Record<string, string>).map(([key, value]) => [
      key,
      texts.has(value) ? value : maskTag(value),
    ]),
  );

/** A value as a snapshot may contain it: what the lab itself names is not secret, except an account. */
function masked({ values }: Setting, value: unknown, { texts }: Needs): unknown {
  if (!values.masked || !values.show || typeof value !== 'string') return value;
  if (value.startsWith('arn:')) return maskArnUnless(texts, value);
  return texts.has(value) ? value : values.show(value);
}

/** Keeps the address in an ARN that the lab names, whole or by its last part. */
const maskArnUnless = (texts: ReadonlySet<string>, arn: string): string =>
  texts.has(arn) ||
  texts.has(arn.slice(arn.lastIndexOf('/') + 1)) ||
  [...texts].some(
    (text) => text.startsWith('arn:') && text.split(':').slice(5).join(':') === arn.split(':').slice(5).join(':'),
  )
    ? maskAccounts(arn)
    : maskArn(arn);

export const redactProvider = (provider: ProviderDescription): Record<string, unknown> =>
  plain(pick(provider, ['ProviderName', 'ProviderType']));

/** Neither the secret nor any setting beyond these members is kept, and what the lab asks for. */
export function redactClient(
  client: UserPoolClientDescription | UserPoolClientType,
  needs?: Needs,
): Record<string, unknown> {
  const redacted = plain(pick(client as UserPoolClientType, ['ClientId', 'ClientName', 'UserPoolId']));
  for (const setting of needs?.settings ?? [])
    if (setting.of === 'app client')
      for (const member of membersRead(setting)) {
        const value = memberAt(client, member);
        // That there is a secret is a setting; which one is not.
        if (value !== undefined) setMember(redacted, member, member === 'ClientSecret' ? '***' : value);
      }
  return needs ? { ...redacted, ...keptFor('DescribeUserPoolClient', needs) } : redacted;
}

/** A user whom the lab names: what the lab itself says of them is kept. @param number distinguishes masked users */
export function redactNamedUser(user: UserType, number: number, { texts }: Needs): Record<string, unknown> {
  const { Username = '', Attributes = [], UserStatus, Enabled } = user;
  return plain({
    Username: texts.has(Username) ? Username : `***${number}`,
    UserStatus,
    Enabled,
    Attributes: Attributes.map(({ Name, Value = '' }) => ({
      Name,
      Value: texts.has(Value) ? Value : maskAttribute(Name ?? '', Value),
    })),
  });
}

/** Which methods are on. Neither the role nor the texts of the messages are kept. */
export const redactMfaConfig = (
  config: Omit<GetUserPoolMfaConfigCommandOutput, '$metadata'>,
): Record<string, unknown> =>
  plain({
    MfaConfiguration: config.MfaConfiguration,
    SoftwareTokenMfaConfiguration: config.SoftwareTokenMfaConfiguration,
    SmsMfaConfiguration: config.SmsMfaConfiguration && {},
    EmailMfaConfiguration: config.EmailMfaConfiguration && {},
  });

export function redactRisk(configuration: RiskConfigurationType, needs: Needs): Record<string, unknown> {
  const { CompromisedCredentialsRiskConfiguration, AccountTakeoverRiskConfiguration: takeover } = configuration;
  const asked = new Set(needs.settings.flatMap((setting) => membersRead(setting)));
  const exceptions = ['BlockedIPRangeList', 'SkippedIPRangeList'] as const;
  const kept = exceptions.filter((member) => asked.has(`RiskExceptionConfiguration.${member}`));
  const { SourceArn, From } = takeover?.NotifyConfiguration ?? {};
  return plain({
    CompromisedCredentialsRiskConfiguration,
    AccountTakeoverRiskConfiguration: takeover && {
      Actions: takeover.Actions,
      ...(SourceArn && {
        NotifyConfiguration: {
          SourceArn: maskArnUnless(needs.texts, SourceArn),
          From: From && (needs.texts.has(From) ? From : maskAddresses(From)),
        },
      }),
    },
    ...keptFor('DescribeRiskConfiguration', needs),
    ...(kept.length && {
      RiskExceptionConfiguration: pick(configuration.RiskExceptionConfiguration ?? {}, kept),
    }),
  });
}

export const redactLogDelivery = (
  { LogConfigurations = [] }: LogDeliveryConfigurationType,
  { texts }: Needs,
): Record<string, unknown> =>
  JSON.parse(
    JSON.stringify({ LogConfigurations }, (_, value: unknown) =>
      typeof value === 'string' && value.startsWith('arn:') ? maskArnUnless(texts, value) : value,
    ),
  ) as Record<string, unknown>;

export const redactDomain = (domain: DomainDescriptionType): Record<string, unknown> =>
  plain(pick(domain, ['Domain', 'ManagedLoginVersion', 'Status']));

/** Of the details only those that are no secret. */
export const redactProviderDetails = (provider: IdentityProviderType): Record<string, unknown> =>
  plain({
    ...pick(provider, ['ProviderName', 'ProviderType', 'AttributeMapping']),
    ProviderDetails: pick(provider.ProviderDetails ?? {}, [
      'MetadataURL',
      'oidc_issuer',
      'client_id',
      'authorize_scopes',
    ]),
  });

export const redactGroup = (group: GroupType): Record<string, unknown> =>
  plain({
    ...pick(group, ['GroupName', 'Description', 'Precedence']),
    RoleArn: group.RoleArn && maskAccounts(group.RoleArn),
  });

export const redactResourceServer = (server: ResourceServerType): Record<string, unknown> =>
  plain(pick(server, ['Identifier', 'Name', 'Scopes']));

/** A user, reduced to a masked email address and status. */
export function redactUser({ Username = '', Attributes = [], UserStatus, Enabled }: UserType): Record<string, unknown> {
  const email = Attributes.find(({ Name }) => Name === 'email')?.Value;
  return plain({
    Username: Username.replace(/(?<=^.).*/su, '***'),
    UserStatus,
    Enabled,
    Attributes: email === undefined ? [] : [{ Name: 'email', Value: maskEmail(email) }],
  });
}

function pick<T extends object, K extends keyof T>(from: T, members: readonly K[]): Partial<T> {
  return Object.fromEntries(
    members.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])),
  ) as Partial<T>;
}

/** Converts to JSON: dates become text, undefined members are dropped. */
const plain = (value: object): Record<string, unknown> => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
