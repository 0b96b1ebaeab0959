/**
 * The store as text, one record a line, so that neither writing nor reading ever holds more than one record as text:
 * V8 has no string longer than 512 MB. The first line names the format, the last one says that the text is whole.
 */
import * as v from 'valibot';
import type {
  ClientRecord,
  DomainRecord,
  GroupRecord,
  IdentityProviderRecord,
  PoolRecord,
  RefreshTokenRecord,
  SessionRecord,
  UserRecord,
} from '../cognito/records';
import { newPool } from '../cognito/operations/user-pools/new-pool';
import { Store } from '../cognito/store';
import { addUser } from '../cognito/users/directory';
import { recordSchemas, stateFormat, type RecordKind } from './state-schema';

/** The text is not a state of the sandbox; the message says why. */
export class InvalidState extends Error {
  override readonly name = 'NotAState';
}

const end = ['end'];

/** Characters that are written at once. */
const pieceSize = 64 * 1024;

/** The whole store as text, in pieces. */
export function* writeState(store: Store): Generator<string> {
  let piece = `${JSON.stringify({ format: stateFormat })}\n`;
  for (const line of lines(store)) {
    piece += `${JSON.stringify(line)}\n`;
    if (piece.length < pieceSize) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function* lines(store: Store): Generator<[RecordKind, object] | string[]> {
  for (const pool of store.pools.values()) {
    const { clients, groups, identityProviders, users, index: _, ...settings } = pool;
    const userPoolId = pool.id;
    yield ['pool', settings];
    for (const client of clients.values()) yield ['client', client];
    for (const provider of identityProviders.values()) yield ['identityProvider', { userPoolId, ...provider }];
    for (const user of users.values()) yield ['user', { userPoolId, ...user, refreshTokens: [...user.refreshTokens] }];
    for (const group of groups.values()) yield ['group', { userPoolId, ...group, members: [...group.members] }];
  }
  for (const domain of store.domains.values()) yield ['domain', domain];
  for (const session of store.sessions.values()) yield ['session', session];
  for (const token of store.refreshTokens.values()) yield ['refreshToken', token];
  for (const [id, until] of store.revokedTokens) yield ['revokedToken', { id, until }];
  yield end;
}

/**
 * The store that `writeState` wrote.
 *
 * @throws NotAState for anything else, whatever it is
 */
export function readState(text: Iterable<string>): Store {
  const store = new Store();
  let count = 0;
  let isWhole = false;
  for (const line of text) {
    count += 1;
    if (count === 1) checkFormat(line);
    else if (isWhole) throw new InvalidState(`it goes on after its end, at line ${String(count)}`);
    else isWhole = readLine(line, count, store);
  }
  if (count === 0) throw new InvalidState('it is empty');
  if (!isWhole) throw new InvalidState('its end is missing');
  for (const { id, domain, customDomain } of store.pools.values())
    for (const name of [domain, customDomain])
      if (name !== undefined && !store.domains.has(name)) throw new InvalidState(`the domain of pool ${id} is missing`);
  return store;
}

function checkFormat(line: string): void {
  const format = (parse(line, 1) as { format?: unknown } | null)?.format;
  if (typeof format !== 'string' || !format.startsWith('cognito-lab/sandbox-state/'))
    throw new InvalidState('it is something else than a state of the sandbox');
  if (format !== stateFormat)
    throw new InvalidState(`it is in the format ${format.slice(0, 40)}, and this version reads ${stateFormat}`);
}

/** @returns whether it is the last line */
function readLine(line: string, at: number, store: Store): boolean {
  const damaged = (why: string) => new InvalidState(`it is damaged at line ${String(at)}: ${why}`);
  const content = parse(line, at);
  const [kind, record, ...more] = Array.isArray(content) ? (content as unknown[]) : [];
  if (kind === 'end' && record === undefined) return true;
  if (typeof kind !== 'string' || !Object.hasOwn(recordSchemas, kind) || more.length > 0)
    throw damaged('it is no record');
  const { success, issues } = v.safeParse(recordSchemas[kind as RecordKind], record);
  if (!success) throw damaged(`${kind} ${v.getDotPath(issues[0]) ?? ''}: ${issues[0].message.slice(0, 100)}`);
  const fault = restore[kind as RecordKind](record as never, store);
  if (fault !== undefined) throw damaged(fault);
  return false;
}

function parse(line: string, at: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new InvalidState(line.trim() === '' ? 'it is empty' : `line ${String(at)} is not JSON`, { cause: error });
  }
}

type OfPool<Type> = Type & { userPoolId: string };
type Restore = (record: never, store: Store) => string | undefined;

/** Puts a record into the store; what it refers to comes before it. Returns what is wrong with it, if anything is. */
const restore: Record<RecordKind, Restore> = {
  pool: (settings: PoolRecord, { pools }) => void pools.set(settings.id, newPool(settings)),
  client: (client: ClientRecord, store) =>
    inPool(client, store, (pool) => {
      pool.clients.set(client.id, client);
      // One record, in both places.
      store.clients.set(client.id, client);
    }),
  identityProvider: ({ userPoolId, ...provider }: OfPool<IdentityProviderRecord>, store) =>
    inPool({ userPoolId }, store, (pool) => pool.identityProviders.set(provider.ProviderName, provider)),
  user: ({ userPoolId, ...user }: OfPool<UserRecord>, store) =>
    inPool({ userPoolId }, store, (pool) => {
      addUser(pool, { ...user, refreshTokens: new Set(user.refreshTokens) });
    }),
  group: ({ userPoolId, ...group }: OfPool<GroupRecord>, store) =>
    inPool({ userPoolId }, store, (pool) => {
      const unknown = [...group.members].find((sub) => !pool.users.has(sub));
      if (unknown !== undefined) return `user ${unknown} is in a group and does not exist`;
      pool.groups.set(group.GroupName, { ...group, members: new Set(group.members) });
      return undefined;
    }),
  domain: (domain: DomainRecord, store) => inPool(domain, store, () => store.domains.set(domain.domain, domain)),
  session: (session: SessionRecord, { sessions }) => void sessions.set(session.id, session),
  refreshToken: (token: RefreshTokenRecord, { refreshTokens }) => void refreshTokens.set(token.token, token),
  revokedToken: ({ id, until }: { id: string; until: number }, { revokedTokens }) => void revokedTokens.set(id, until),
};

function inPool({ userPoolId }: { userPoolId: string }, { pools }: Store, put: (pool: PoolRecord) => unknown) {
  const pool = pools.get(userPoolId);
  if (!pool) return `there is no pool ${userPoolId}`;
  const fault = put(pool);
  return typeof fault === 'string' ? fault : undefined;
}
