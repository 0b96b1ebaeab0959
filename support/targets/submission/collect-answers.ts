import type { UserType } from '@aws-sdk/client-cognito-identity-provider';
import type { Operation } from '../../aws/answer-shapes';
import { CouldNotLook } from '../../common/could-not-look';
import { oneLine } from '../../common/text/plain-text';
import { shorten } from '../../common/text/shorten';
import type { PoolReader } from '../../aws/pool/pool-reader';
import type { Needs } from '../../lab/phrases/needs';
import {
  redactClient,
  redactDomain,
  redactGroup,
  redactLogDelivery,
  redactMfaConfig,
  redactNamedUser,
  redactProvider,
  redactProviderDetails,
  redactResourceServer,
  redactRisk,
  redactUser,
  redactUserPool,
} from './redact-answers';
import type { Snapshot } from './snapshot-schema';

/** Redacted answers about a pool, and the errors of failed operations. */
export type CollectedAnswers = Pick<Snapshot, 'answers' | 'failures'>;

/** The most users without an email address in a snapshot; more do not change the verdict. */
const mostNameless = 60;

type Take = <T>(operation: Operation, read: Promise<T>, redact: (answer: T) => unknown) => Promise<void>;

/**
 * Collects AWS's answers about a pool: the five calls that any lab reads, and what the lab's own checks read besides, in
 * parallel where they are independent. A failed call is listed with its reason and does not stop the others.
 *
 * @param clientNames the lab's app clients; with what `needs` names, the only ones that are described
 * @param needs what the checks of the lab read; without it, what the lab of this repository reads
 */
export async function collectAnswers(
  reader: PoolReader,
  clientNames: readonly string[],
  needs?: Needs,
): Promise<CollectedAnswers> {
  const answers: Record<string, unknown> = {};
  const failures: Snapshot['failures'] = {};
  const take: Take = async (operation, read, redact) => {
    try {
      answers[operation] = redact(await read);
    } catch (error) {
      if (!(error instanceof CouldNotLook)) throw error;
      const { message, remedy } = error;
      failures[operation] = { reason: shownReason(message), ...(remedy && { remedy: shownReason(remedy) }) };
    }
  };
  await Promise.all([
    ...usualAnswers(reader, clientNames, take, needs),
    ...(needs ? neededAnswers(reader, take, needs) : []),
  ]);
  return { answers: inOrder(answers), failures: inOrder(failures) };
}

function usualAnswers(reader: PoolReader, clientNames: readonly string[], take: Take, needs?: Needs): Promise<void>[] {
  const clients = reader.clients();
  const described = clients.then(
    async (all) => {
      const wanted = new Set([...clientNames, ...(needs?.clients ?? [])]);
      const names = needs?.everyClient ? all.map(({ ClientName = '' }) => ClientName) : [...wanted];
      const read = [...new Set(names)].map(async (name) => {
        const alike = all.flatMap(({ ClientName, ClientId = '' }) => (ClientName === name ? [ClientId] : []));
        const [first] = alike.length ? [await reader.anyAppClient(alike)] : [];
        if (!needs || !first) return first ? [first] : [];
        // The checks look at the others of the name, too, as far as they can be read.
        const others = alike.slice(0, mostAlike).filter((id) => id !== first.ClientId);
        const also = await Promise.allSettled(others.map((id) => reader.appClient(id)));
        return [first, ...also.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))];
      });
      return (await Promise.all(read)).flat();
    },
    // The failed list is already reported as the failure of ListUserPoolClients.
    () => [],
  );
  return [
    take('DescribeUserPool', reader.pool(), (pool) => ({ UserPool: redactUserPool(pool, needs) })),
    take('ListIdentityProviders', reader.identityProviders(), (all) => ({ Providers: all.map(redactProvider) })),
    take('ListUserPoolClients', clients, (all) => ({ UserPoolClients: all.map((one) => redactClient(one)) })),
    take('DescribeUserPoolClient', described, (all) =>
      all.map((one) => ({ UserPoolClient: redactClient(one, needs) })),
    ),
    take('ListUsers', Promise.all([reader.userWithEmail(), namedUsers(reader, needs)]), ([{ user, seen }, named]) => ({
      Users: [
        ...named.map((each, at) => redactNamedUser(each, at + 1, needs!)),
        ...(user
          ? [redactUser(user)]
          : Array.from({ length: Math.min(seen, mostNameless) }, () => ({ Username: '***', Attributes: [] }))),
      ],
      ...(needs?.users.length && { Named: needs.users }),
    })),
  ];
}

/** The most app clients of one name that are described; see the checks, which read as many. */
const mostAlike = 10;

/** The users whom the lab names, each once. */
async function namedUsers(reader: PoolReader, needs?: Needs): Promise<UserType[]> {
  const found = new Map<string, UserType>();
  for (const name of needs?.users ?? [])
    for (const user of (await reader.usersNamed(name)).users) if (user.Username) found.set(user.Username, user);
  return [...found.values()];
}

function neededAnswers(reader: PoolReader, take: Take, needs: Needs): Promise<void>[] {
  const taken: Partial<Record<Operation, () => Promise<void>>> = {
    GetUserPoolMfaConfig: () => take('GetUserPoolMfaConfig', reader.mfaConfig(), redactMfaConfig),
    DescribeRiskConfiguration: () =>
      take('DescribeRiskConfiguration', reader.riskConfiguration(), (risk) => ({
        RiskConfiguration: redactRisk(risk, needs),
      })),
    GetLogDeliveryConfiguration: () =>
      take('GetLogDeliveryConfiguration', reader.logDelivery(), (logs) => ({
        LogDeliveryConfiguration: redactLogDelivery(logs, needs),
      })),
    ListGroups: () => take('ListGroups', reader.groups(), (all) => ({ Groups: all.map(redactGroup) })),
    ListResourceServers: () =>
      take('ListResourceServers', reader.resourceServers(), (all) => ({
        ResourceServers: all.map(redactResourceServer),
      })),
    DescribeUserPoolDomain: () =>
      take('DescribeUserPoolDomain', domains(reader), (all) =>
        all.map((domain) => ({ DomainDescription: redactDomain(domain) })),
      ),
    DescribeIdentityProvider: () =>
      take('DescribeIdentityProvider', providers(reader, needs.providers), (all) =>
        all.map((provider) => ({ IdentityProvider: redactProviderDetails(provider) })),
      ),
    AdminListGroupsForUser: () =>
      take('AdminListGroupsForUser', groupsOfUsers(reader, needs), (all) =>
        all.map(({ user, groups }, at) => ({
          Username: redactNamedUser(user, at + 1, needs).Username,
          Groups: groups.map(redactGroup),
        })),
      ),
  };
  return needs.operations.flatMap((operation) => taken[operation]?.() ?? []);
}

async function domains(reader: PoolReader) {
  const { Domain, CustomDomain } = await reader.pool();
  const read = [Domain, CustomDomain].flatMap((name) => (name === undefined ? [] : [reader.domain(name)]));
  return (await Promise.all(read)).flatMap((domain) => domain ?? []);
}

async function providers(reader: PoolReader, names: readonly string[]) {
  const all = await reader.identityProviders();
  const there = names.filter((name) => all.some(({ ProviderName }) => ProviderName === name));
  return Promise.all(there.map((name) => reader.identityProvider(name)));
}

/** In the order of {@link namedUsers}, so that masked names are the same in both. */
async function groupsOfUsers(reader: PoolReader, needs: Needs) {
  const users = await namedUsers(reader, needs);
  return Promise.all(users.map(async (user) => ({ user, groups: await reader.groupsOf(user.Username ?? '') })));
}

/** Bounds and redacts a reason for a snapshot. */
const shownReason = (text: string): string => shorten(oneLine(text), 1900);

/** Sorted by operation name, so that snapshots of the same pool are identical. */
const inOrder = <T extends object>(byOperation: T): T =>
  Object.fromEntries(Object.entries(byOperation).sort(([a], [b]) => (a < b ? -1 : 1))) as T;
