import { newPool } from './operations/user-pools/new-pool';
import type { PoolRecord } from './records';
import type { Store } from './store';
import { addUser } from './users/directory';

/**
 * Copies a pool into another store, with everything that is in it except sign-ins: their sessions and tokens stay
 * behind. Whatever happens to the copy, the pool does not change.
 */
export function copyPool(pool: PoolRecord, from: Store, to: Store): PoolRecord {
  const { clients, groups, identityProviders, users, index: _, keys: __, ...settings } = pool;
  const copy = newPool(structuredClone(settings));
  to.pools.set(copy.id, copy);
  for (const client of structuredClone([...clients.values()])) {
    copy.clients.set(client.id, client);
    // One record, in both places.
    to.clients.set(client.id, client);
  }
  for (const [name, group] of structuredClone(groups)) copy.groups.set(name, group);
  for (const [name, provider] of structuredClone(identityProviders)) copy.identityProviders.set(name, provider);
  for (const user of users.values()) addUser(copy, { ...structuredClone(user), refreshTokens: new Set() });
  for (const name of [pool.domain, pool.customDomain]) {
    const domain = name === undefined ? undefined : from.domains.get(name);
    if (domain) to.domains.set(domain.domain, { ...domain });
  }
  return copy;
}
