import type { UserStatusType } from '@aws-sdk/client-cognito-identity-provider';
import type { Service } from '../handler';
import type { PoolRecord, UserRecord } from '../records';
import type { Attributes } from './attributes';
import { addUser, signsInByAttribute } from './directory';
import { isCaseSensitive } from './name-case';

interface NewUser {
  /** As the caller gave it: the pool may name the user by `sub` instead. */
  username: string;
  attributes: Attributes;
  status: UserStatusType;
}

/** Puts a user who was checked into the pool. They have no password yet. */
export function createUser(
  pool: PoolRecord,
  { username, attributes, status }: NewUser,
  { clock, ids }: Pick<Service, 'clock' | 'ids'>,
): UserRecord {
  const sub = ids.sub();
  const now = clock();
  const name = isCaseSensitive(pool) ? username : username.toLowerCase();
  const user: UserRecord = {
    sub,
    username: signsInByAttribute(pool) ? sub : name,
    attributes: Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== '')),
    enabled: true,
    status,
    createdAt: now,
    modifiedAt: now,
    passwordHistory: [],
    codes: [],
    failedSignIns: 0,
    refreshTokens: new Set(),
  };
  addUser(pool, user);
  return user;
}
