import { absent } from '../../aws/absent';
import { effectivePasswordPolicy } from '../../aws/pool/password-policy';
import type { PoolReader } from '../../aws/pool/pool-reader';
import { requiredAttributes } from '../../aws/pool/required-attributes';
import { maskArn, maskEmail } from '../../common/text/mask';
import type { Reading } from '../findings/finding';

/**
 * The settings of a pool, as steps compare them. Each of them is read, or cannot be read and is no verdict: a member
 * that AWS always answers with, and that is not there, is `missing`.
 *
 * All methods @throws CouldNotLook where the call failed
 */
export class PoolSettings {
  constructor(private readonly reader: PoolReader) {}

  /**
   * A member of the pool.
   *
   * @param path the members on the way to it: `EmailConfiguration.EmailSendingAccount`
   * @param otherwise what AWS means where it leaves the member out, if it ever does
   */
  async member(path: string, otherwise?: unknown): Promise<Reading> {
    const steps = path.split('.');
    const value = steps.reduce<unknown>(
      (object, name) => (object as Record<string, unknown> | null | undefined)?.[name],
      await this.reader.pool(),
    );
    return reading('DescribeUserPool', path, value ?? otherwise);
  }

  /** Members of the password policy that is in force. */
  async passwordPolicy(members: readonly string[]): Promise<Reading[]> {
    const policy = effectivePasswordPolicy(await this.reader.pool());
    return members.map((member) => reading('DescribeUserPool', `Policies.PasswordPolicy.${member}`, policy[member]));
  }

  /** @param named the attributes that the lab speaks of; see {@link requiredAttributes} */
  async requiredAttributes(named: readonly string[]): Promise<Reading> {
    const { SchemaAttributes: schema } = await this.reader.pool();
    if (!schema) throw absent('DescribeUserPool', 'SchemaAttributes');
    return reading('DescribeUserPool', 'SchemaAttributes[].Required', requiredAttributes(schema, named));
  }

  /** The identity of Amazon SES that mail is sent from; none where Cognito sends it by itself. */
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

  /** The name of an app client of that name as the client itself says it; nothing where there is none. */
  async clientName(name: string): Promise<Reading[]> {
    const clients = (await this.reader.clients()).filter(({ ClientName }) => ClientName === name);
    if (!clients.length) return [];
    const { ClientName } = await this.reader.anyAppClient(names(clients, 'ClientId'));
    return [reading('DescribeUserPoolClient', 'UserPoolClient.ClientName', ClientName)];
  }

  /** The email address of a user who has one. */
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
