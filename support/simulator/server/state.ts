import { Store } from '../cognito/store';
import { stateFormat, validateState, type StateDocument } from './state-schema';

/** The text is not a state of the sandbox; the message says why. */
export class NotAState extends Error {
  override readonly name = 'NotAState';
}

/** The whole store as text. A `Map` becomes `{"$map": [[key, value], …]}` and a `Set` `{"$set": […]}`, in order. */
export function writeState(store: Store): string {
  const { pools, domains, sessions, refreshTokens, revokedTokens } = store;
  // The store's index of clients is left out: its records are the pools' own, and one record must not become two.
  return JSON.stringify(
    { format: stateFormat, store: { pools, domains, sessions, refreshTokens, revokedTokens } },
    tag,
  );
}

/**
 * The store that `writeState` wrote.
 *
 * @throws NotAState for anything else, whatever it is
 */
export function readState(text: string): Store {
  const document = parse(text);
  const fault = validateState(document);
  if (fault !== undefined) throw new NotAState(fault);
  const { store: saved } = untag(document) as StateDocument;
  const store = new Store();
  for (const [name, map] of Object.entries(saved) as [keyof typeof saved, Map<string, never>][])
    for (const [key, value] of map) store[name].set(key, value);
  for (const pool of store.pools.values())
    for (const client of pool.clients.values()) store.clients.set(client.id, client);
  requireWholeness(store);
  return store;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NotAState(text.trim() === '' ? 'it is empty' : 'it is not JSON', { cause: error });
  }
}

function tag(_key: string, value: unknown): unknown {
  if (value instanceof Map) return { $map: [...value] };
  if (value instanceof Set) return { $set: [...value] };
  return value;
}

function untag(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(untag);
  const { $map, $set } = value as { $map?: unknown; $set?: unknown };
  if (Array.isArray($map)) return new Map($map.map(untag) as [string, unknown][]);
  if (Array.isArray($set)) return new Set($set);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, untag(member)]));
}

/** What the schema cannot say: every record is under its own key, and every reference finds its record. */
function requireWholeness({ pools, domains }: Store): void {
  for (const [id, pool] of pools) {
    requireThat(pool.id === id, `pool ${id} is under another's id`);
    for (const [sub, user] of pool.users) requireThat(user.sub === sub, `user ${sub} is under another's id`);
    for (const [clientId, client] of pool.clients)
      requireThat(client.id === clientId && client.userPoolId === id, `app client ${clientId} is of another pool`);
    for (const sub of pool.index.values()) requireThat(pool.users.has(sub), `user ${sub} is indexed and not there`);
    for (const { members } of pool.groups.values())
      for (const sub of members) requireThat(pool.users.has(sub), `user ${sub} is in a group and not there`);
    for (const name of [pool.domain, pool.customDomain])
      requireThat(name === undefined || domains.has(name), `the domain of pool ${id} is not there`);
  }
  for (const [name, { userPoolId }] of domains)
    requireThat(pools.has(userPoolId), `the pool of the domain ${name} is not there`);
}

function requireThat(holds: boolean, otherwise: string): void {
  if (!holds) throw new NotAState(otherwise);
}
