import type {
  ProviderDescription,
  UserPoolClientDescription,
  UserPoolClientType,
  UserPoolType,
  UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { maskArn, maskEmail } from '../../common/text/mask';

/**
 * What of AWS's answers goes into a picture of a pool. Members are named that may, not those that may not: what AWS
 * adds tomorrow stays out until somebody has looked at it. Each function keeps all that the checks look at, in a form
 * that they judge as they judge the original; a test holds them to it.
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

export function redactUserPool(pool: UserPoolType): Record<string, unknown> {
  const { Arn, SchemaAttributes, AdminCreateUserConfig, EmailConfiguration, LambdaConfig } = pool;
  const { AllowAdminCreateUserOnly, UnusedAccountValidityDays } = AdminCreateUserConfig ?? {};
  const { EmailSendingAccount, SourceArn } = EmailConfiguration ?? {};
  return plain({
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
    // Which triggers there are; the functions' names are the learner's.
    LambdaConfig:
      LambdaConfig && Object.fromEntries(Object.keys(LambdaConfig).map((trigger) => [trigger, 'a function'])),
  });
}

export const redactProvider = (provider: ProviderDescription): Record<string, unknown> =>
  plain(pick(provider, ['ProviderName', 'ProviderType']));

/** Whether there is a secret is the learner's choice; what it is, is nobody's business. */
export const redactClient = (client: UserPoolClientDescription | UserPoolClientType): Record<string, unknown> =>
  plain(pick(client as UserPoolClientType, ['ClientId', 'ClientName', 'UserPoolId']));

/** A user with an email address, of whom nothing is told but that, masked. */
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

/** As JSON has it: dates as text, nothing undefined. */
const plain = (value: object): Record<string, unknown> => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
