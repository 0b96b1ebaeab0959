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
  /** Ids of access tokens (`jti`) revoked one by one, to their expiry; by `origin_jti` where a family was revoked. */
  readonly revokedTokens = new Map<string, number>();

  clear(): void {
    for (const map of [this.pools, this.domains, this.clients, this.sessions, this.refreshTokens, this.revokedTokens])
      map.clear();
  }
}
