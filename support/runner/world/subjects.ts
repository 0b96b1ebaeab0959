import type { UserType } from '@aws-sdk/client-cognito-identity-provider';
import type { PoolReader } from '../../aws/pool/pool-reader';
import { attributeMeant } from '../../aws/pool/user-filter';
import { CouldNotLook } from '../../common/could-not-look';
import type { Members, ReadOperation, Setting, Subject } from '../../lab/settings';
import type { Thing } from '../../lab/phrases';
import { requireKept } from './kept';
import { including } from '../findings/comparisons';
import type { Claim, Reading } from '../findings/finding';

/** Things of a pool that a step speaks of, or the claim that there is one where there is none. */
export type Found<T> = { all: T[] } | { none: Claim };

/** A thing, and the answer that its settings are read from. */
export interface SubjectAnswer {
  name?: string;
  answer: Members;
}

/** The most things of one name that are read: AWS allows several app clients of a name. */
const mostAlike = 10;

/** The names of the things of a pool, as one reading. @throws CouldNotLook */
export async function namesOf(
  reader: PoolReader,
  thing: Exclude<Thing, 'user'>,
): Promise<Reading & { actual: string[] }> {
  const reading = (source: ReadOperation, setting: string, actual: (string | undefined)[]) => ({
    source,
    setting,
    actual: actual.map((name) => name ?? ''),
  });
  switch (thing) {
    case 'app client': {
      const clients = await reader.clients();
      return reading(
        'ListUserPoolClients',
        'UserPoolClients[].ClientName',
        clients.map(({ ClientName }) => ClientName),
      );
    }
    case 'group': {
      const groups = await reader.groups();
      return reading(
        'ListGroups',
        'Groups[].GroupName',
        groups.map(({ GroupName }) => GroupName),
      );
    }
    case 'resource server': {
      const servers = await reader.resourceServers();
      const names = servers.flatMap(({ Identifier, Name }) => (Name === Identifier ? [Name] : [Identifier, Name]));
      return reading('ListResourceServers', 'ResourceServers[].Identifier', names);
    }
    case 'identity provider': {
      const providers = await reader.identityProviders();
      return reading(
        'ListIdentityProviders',
        'Providers[].ProviderName',
        providers.map(({ ProviderName }) => ProviderName),
      );
    }
    case 'custom attribute': {
      const { SchemaAttributes = [] } = await reader.pool();
      const names = SchemaAttributes.flatMap(({ Name = '' }) => /^(?:dev:)?custom:(.*)$/s.exec(Name)?.[1] ?? []);
      return reading('DescribeUserPool', 'SchemaAttributes[].Name', names);
    }
  }
}

/**
 * The answers that a setting of a named thing is read from; of every app client without a name.
 *
 * @throws CouldNotLook if they could not be read, or if it is unclear which user is meant
 */
export async function answersOf(
  reader: PoolReader,
  { of, read }: Pick<Setting, 'of' | 'read'>,
  name?: string,
): Promise<Found<SubjectAnswer>> {
  if (of === 'user pool') return { all: [{ answer: await poolAnswer(reader, read.operation) }] };
  if (of === 'user') return userAnswer(reader, read.operation, name ?? '');
  const names = await namesOf(reader, of);
  const none = { none: { ...names, should: including(name ?? 'an app client') } };
  if (name !== undefined && !names.actual.includes(name)) return none;
  const all = await thingAnswers(reader, of, name);
  return all.length ? { all } : none;
}

async function thingAnswers(
  reader: PoolReader,
  of: Exclude<Subject, 'user pool' | 'user'>,
  name?: string,
): Promise<SubjectAnswer[]> {
  switch (of) {
    case 'app client': {
      const meant = (await reader.clients()).filter(({ ClientName }) => name === undefined || ClientName === name);
      const read = meant
        .slice(0, name === undefined ? meant.length : mostAlike)
        .map(async ({ ClientId = '', ClientName }) => ({
          name: ClientName,
          answer: members(await reader.appClient(ClientId)),
        }));
      return name === undefined ? Promise.all(read) : readable(read);
    }
    case 'group': {
      const groups = (await reader.groups()).filter(({ GroupName }) => GroupName === name);
      return groups.map((group) => ({ name, answer: members(group) }));
    }
    case 'resource server': {
      const servers = (await reader.resourceServers()).filter(({ Name, Identifier }) =>
        [Name, Identifier].includes(name),
      );
      return servers.map((server) => ({ name, answer: members(server) }));
    }
    case 'identity provider':
      return [{ name, answer: members(await reader.identityProvider(name ?? '')) }];
  }
}

/** Those that could be read; the error of the first where none could. */
async function readable(read: Promise<SubjectAnswer>[]): Promise<SubjectAnswer[]> {
  const settled = await Promise.allSettled(read);
  const found = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const [failed] = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  if (!found.length && failed instanceof Error) throw failed;
  return found;
}

async function poolAnswer(reader: PoolReader, operation: ReadOperation): Promise<Members> {
  switch (operation) {
    case 'GetUserPoolMfaConfig':
      return members(await reader.mfaConfig());
    case 'DescribeRiskConfiguration':
      return members(await reader.riskConfiguration());
    case 'GetLogDeliveryConfiguration':
      return members(await reader.logDelivery());
    case 'DescribeUserPoolDomain': {
      const pool = await reader.pool();
      requireKept(pool, ['Domain', 'CustomDomain'], 'domain');
      const { Domain, CustomDomain } = pool;
      const name = CustomDomain ?? Domain;
      const domain = name === undefined ? undefined : await reader.domain(name);
      return domain ? members(domain) : { ManagedLoginVersion: 'there is no domain' };
    }
    case 'ListUserPoolClients':
      return { Items: await reader.clients() };
    case 'ListGroups':
      return { Items: await reader.groups() };
    case 'ListResourceServers':
      return { Items: await reader.resourceServers() };
    case 'ListIdentityProviders':
      return { Items: await reader.identityProviders() };
    default:
      return members(await reader.pool());
  }
}

async function userAnswer(reader: PoolReader, operation: ReadOperation, name: string): Promise<Found<SubjectAnswer>> {
  const names = await userNames(reader, name);
  if (!names.actual.includes(name)) return { none: { ...names, should: including(name) } };
  const { users } = await reader.usersNamed(name);
  const user = users.find((each) => means(each, name));
  const answer =
    operation === 'AdminListGroupsForUser'
      ? { Groups: await reader.groupsOf(user?.Username ?? '') }
      : members(user ?? {});
  return { all: [{ name, answer }] };
}

/**
 * The users that a name, an email address or a phone number can mean, by what is asked for; others masked.
 *
 * @throws CouldNotLook if it could not be read, or if it is unknown because users are masked
 */
export async function userNames(reader: PoolReader, name: string): Promise<Reading & { actual: string[] }> {
  const by = attributeMeant(name);
  const { users, areMasked } = await reader.usersNamed(name);
  const found = users.some((each) => means(each, name));
  // A snapshot that was taken for another lab has its users masked: any of them can be the one.
  if (!found && areMasked)
    throw new CouldNotLook(
      'The users in the snapshot are masked, so it is unknown whether the user of the lab is among them.',
      'Take it again with "cognito-lab snapshot", for this lab.',
    );
  return {
    source: 'ListUsers',
    setting: by === 'username' ? 'Users[].Username' : `Users[].Attributes.${by}`,
    actual: users.map((each) => (means(each, name) ? name : '***')),
  };
}

/** Addresses are compared without regard to case: a pool of the console's keeps them in lower case. */
const means = ({ Username, Attributes }: UserType, name: string): boolean =>
  Username === name ||
  (Attributes ?? []).some(
    ({ Name, Value }) => Name === attributeMeant(name) && Value?.toLowerCase() === name.toLowerCase(),
  );

const members = (answer: object): Members => answer as Members;
