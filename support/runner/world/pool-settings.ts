import { absent } from '../../aws/absent';
import { effectivePasswordPolicy } from '../../aws/pool/password-policy';
import type { PoolReader } from '../../aws/pool/pool-reader';
import { requiredAttributes } from '../../aws/pool/required-attributes';
import { maskArn, maskEmail } from '../../common/text/mask';
import type { Reading } from '../findings/finding';

/**
 * The settings of a pool, for comparisons in steps. A setting is read or cannot be read, which is no verdict. A
 * member that AWS always returns and that is absent is `missing`.
 *
 * All methods @throws CouldNotLook if the call failed
 */
export class PoolSettings {
  constructor(private readonly reader: PoolReader) {}

  /**
   * A member of the pool's description.
   *
   * @param path its path: `EmailConfiguration.EmailSendingAccount`
   * @param otherwise the value that AWS means by leaving the member out, if it does
   */
  async member(path: string, otherwise?: unknown): Promise<Reading> {
    const steps = path.split('.');
    const value = steps.reduce<unknown>(
      (object, name) => (object as Record<string, unknown> | null | undefined)?.[name],
      await this.reader.pool(),
    );
    return reading('DescribeUserPool', path, value ?? otherwise);
  }

  /** Members of the password policy in effect. */
  async passwordPolicy(members: readonly string[]): Promise<Reading[]> {
    const policy = effectivePasswordPolicy(await this.reader.pool());
    return members.map((member) => reading('DescribeUserPool', `Policies.PasswordPolicy.${member}`, policy[member]));
  }

  /** @param named the attributes that the lab names; see {@link requiredAttributes} */
  async requiredAttributes(named: readonly string[]): Promise<Reading> {
    const { SchemaAttributes: schema } = await this.reader.pool();
    if (!schema) throw absent('DescribeUserPool', 'SchemaAttributes');
    return reading('DescribeUserPool', 'SchemaAttributes[].Required', requiredAttributes(schema, named));
  }

  /** The Amazon SES identity that sends mail; none if Cognito sends it. */
  async emailIdentity(): Promise<Reading> {
    const identity = await this.member('EmailConfiguration.SourceArn', '');
    return { ...identity, shown: identity.actual === '' ? 'none' : maskArn(String(identity.actual)) };
  }

  /** The names of the external identity providers. */
  async identityProviders(): Promise<Reading> {
    const providers = await this.reader.identityProviders();
    return reading('ListIdentityProviders', 'Providers', names(providers, 'ProviderName'));
  }

  /** The names of all app clients. */
  async clientNames(): Promise<Reading> {
    const clients = await this.reader.clients();
    return reading('ListUserPoolClients', 'UserPoolClients[].ClientName', names(clients, 'ClientName'));
  }

  /** The name of the app client of that name, as its own description states; none if there is no such client. */
  async clientName(name: string): Promise<Reading[]> {
    const clients = (await this.reader.clients()).filter(({ ClientName }) => ClientName === name);
    if (!clients.length) return [];
    const { ClientName } = await this.reader.anyAppClient(names(clients, 'ClientId'));
    return [reading('DescribeUserPoolClient', 'UserPoolClient.ClientName', ClientName)];
  }

  /** The email address of the first user who has one. */
  async userEmail(): Promise<Reading> {
    const { user, seen } = await this.reader.userWithEmail();
    const actual = user?.Attributes?.find(({ Name }) => Name === 'email')?.Value;
    const shown = actual ? maskEmail(actual) : seen ? `${seen} without an email address` : 'no users';
    return { setting: 'Users[].Attributes.email', source: 'ListUsers', actual, shown };
  }
}

const reading = (source: string, setting: string, actual: unknown): Reading => ({
  setting,
  source,
  actual,
  ...((actual === undefined || actual === null) && { missing: absent(source, setting) }),
});

const names = <Key extends string>(all: readonly Partial<Record<Key, string>>[], key: Key): string[] =>
  all.map((one) => one[key] ?? '');
