import type { PoolRecord } from '../records';

/** Whether `Keke` and `keke` are two user names in the pool. */
export const isCaseSensitive = (pool: PoolRecord): boolean =>
  pool.settings.UsernameConfiguration?.CaseSensitive !== false;

/** A name as the pool compares it. */
export const fold = (pool: PoolRecord, name: string): string => (isCaseSensitive(pool) ? name : name.toLowerCase());
