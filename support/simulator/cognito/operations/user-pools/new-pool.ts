import type { PoolRecord } from '../../records';
import { UserTable } from '../../users/user-table';

type Content = 'clients' | 'groups' | 'identityProviders' | 'users' | 'index';

/** A pool with nothing in it. */
export const newPool = (settings: Omit<PoolRecord, Content>): PoolRecord => ({
  ...settings,
  clients: new Map(),
  groups: new Map(),
  identityProviders: new Map(),
  users: new UserTable(),
  index: new Map(),
});
