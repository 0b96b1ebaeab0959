import type { UserPoolClientType } from '@aws-sdk/client-cognito-identity-provider';
import { absent } from '../../aws/absent';
import { effectivePasswordPolicy } from '../../aws/pool/password-policy';
import type { PoolReader } from '../../aws/pool/pool-reader';
import { maskEmail } from '../../common/text/mask';
import type { Thing } from '../../lab/phrases';
import { including } from '../findings/comparisons';
import type { Claim, Reading } from '../findings/finding';
import { requireKept } from './kept';
import { namesOf, userNames } from './subjects';

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

  /** The names of all things of a kind; of users, those that a name can mean. */
  async names(thing: Thing, name: string): Promise<Reading> {
    return thing === 'user' ? userNames(this.reader, name) : namesOf(this.reader, thing);
  }

  /** A tag of any value. Those by which the program finds a pool of its own again are none of the learner's. */
  async tag(key: string): Promise<Claim> {
    requireKept(await this.reader.pool(), ['UserPoolTags'], 'tags');
    const { actual } = await this.member('UserPoolTags', {});
    const keys = Object.keys(actual as object).filter((each) => !each.startsWith('cognito-lab:'));
    return { setting: 'UserPoolTags', source: 'DescribeUserPool', actual: keys, should: including(key) };
  }

  /** The first readable app client of a name, of which there is one. */
  async appClient(name: string): Promise<UserPoolClientType> {
    const clients = (await this.reader.clients()).filter(({ ClientName }) => ClientName === name);
    return this.reader.anyAppClient(names(clients, 'ClientId'));
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
