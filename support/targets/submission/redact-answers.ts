import type {
  ProviderDescription,
  UserPoolClientDescription,
  UserPoolClientType,
  UserPoolType,
  UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { maskArn, maskEmail } from '../../common/text/mask';

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
    // Keeps which triggers exist; the functions' names are private.
    LambdaConfig:
      LambdaConfig && Object.fromEntries(Object.keys(LambdaConfig).map((trigger) => [trigger, 'a function'])),
  });
}

export const redactProvider = (provider: ProviderDescription): Record<string, unknown> =>
  plain(pick(provider, ['ProviderName', 'ProviderType']));

/** Neither the secret nor any setting beyond these members is kept. */
export const redactClient = (client: UserPoolClientDescription | UserPoolClientType): Record<string, unknown> =>
  plain(pick(client as UserPoolClientType, ['ClientId', 'ClientName', 'UserPoolId']));

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
