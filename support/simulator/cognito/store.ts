import type { ClientRecord, DomainRecord, PoolRecord, RefreshTokenRecord, SessionRecord } from './records';

/**
 * The memory of the simulated service: every account, every region. Lookups are by key, never by scanning, so that
 * a thousand pools cost as much as one.
 */
export class Store {
  /** By pool id, in order of creation. */
  readonly pools = new Map<string, PoolRecord>();
  /** By domain: domains are unique in a region, and one name is enough here. */
  readonly domains = new Map<string, DomainRecord>();
  /** By client id: the public operations name no pool. */
  readonly clients = new Map<string, ClientRecord>();
  /** Open challenges, by session id. */
  readonly sessions = new Map<string, SessionRecord>();
  readonly refreshTokens = new Map<string, RefreshTokenRecord>();
  /** Sign-ins whose tokens are revoked: their `origin_jti` and `event_id`, to when the last token has expired. */
  readonly revokedTokens = new Map<string, number>();

  /** With everything that is of the pool. */
  removePool(pool: PoolRecord): void {
    for (const client of pool.clients.values()) this.clients.delete(client.id);
    for (const [name, { userPoolId }] of this.domains) if (userPoolId === pool.id) this.domains.delete(name);
    this.pools.delete(pool.id);
    this.#forget(({ userPoolId }) => userPoolId === pool.id);
  }

  /** With its open challenges and its refresh tokens. */
  removeClient(client: ClientRecord): void {
    this.pools.get(client.userPoolId)?.clients.delete(client.id);
    this.clients.delete(client.id);
    this.#forget(({ clientId }) => clientId === client.id);
  }

  #forget(isGone: (record: SessionRecord | RefreshTokenRecord) => boolean): void {
    for (const map of [this.sessions, this.refreshTokens] as Map<string, SessionRecord | RefreshTokenRecord>[])
      for (const [key, record] of map) if (isGone(record)) map.delete(key);
  }

  clear(): void {
    for (const map of [this.pools, this.domains, this.clients, this.sessions, this.refreshTokens, this.revokedTokens])
      map.clear();
  }
}
