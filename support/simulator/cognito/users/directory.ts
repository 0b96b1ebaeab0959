import { CognitoError } from '../errors';
import type { Service } from '../handler';
import type { PoolRecord, UserRecord } from '../records';
import { isTrue } from './attributes';
import { fold } from './name-case';
import { revokeAll } from '../tokens/revocation';

/** The attributes that can stand for a user name, in a pool that signs in by them or knows them as aliases. */
const alias = ['email', 'phone_number', 'preferred_username'] as const;
export type Alias = (typeof alias)[number];

/**
 * The user of this name, alias or `sub`. In a pool that signs in by email or phone number the address is a name
 * whether it is verified or not; elsewhere it is an alias once it is verified.
 */
export function findUser(pool: PoolRecord, nameOrAliasOrSub: string): UserRecord | undefined {
  return pool.users.get(pool.index.get(fold(pool, nameOrAliasOrSub)) ?? nameOrAliasOrSub);
}

/** Adds a user whose names nobody has, or takes: see {@link usersInConflict}. */
export function addUser(pool: PoolRecord, user: UserRecord): void {
  pool.users.set(user.sub, user);
  enter(pool, user);
}

/** Changes what a user is found by, along with whatever else `change` does. */
export function changeUser(pool: PoolRecord, user: UserRecord, change: () => void): void {
  strike(pool, user);
  change();
  enter(pool, user);
}

/**
 * Removes a user and their memberships. Their refresh tokens are revoked and kept until they expire: AWS tells a
 * token of a deleted user from one that never was.
 */
export function removeUser(
  { store, clock }: Pick<Service, 'store' | 'clock'>,
  pool: PoolRecord,
  user: UserRecord,
): void {
  strike(pool, user);
  pool.users.delete(user.sub);
  for (const group of pool.groups.values()) group.members.delete(user.sub);
  revokeAll(store, user, clock());
}

/** Other users that already have a name or an alias of a user with these attributes. */
export function usersInConflict(
  pool: PoolRecord,
  attributes: Record<string, string>,
  self?: UserRecord,
): { attribute: Alias; owner: UserRecord }[] {
  return aliasesOf(pool, attributes).flatMap(({ attribute, key }) => {
    const owner = findUser(pool, key);
    return owner && owner !== self ? [{ attribute, owner }] : [];
  });
}

/**
 * Makes sure that nobody else is found by the aliases among these attributes.
 *
 * @param force take the names from their present owner, whose address is unverified from then on
 * @throws CognitoError `AliasExistsException`. The text for `preferred_username` is recorded from AWS 2026-09, the
 * other is documented
 */
export function claimAliases(
  pool: PoolRecord,
  attributes: Record<string, string>,
  { self, force = false }: { self?: UserRecord; force?: boolean } = {},
): void {
  for (const { attribute, owner } of usersInConflict(pool, attributes, self)) {
    if (!force || attribute === 'preferred_username') throw aliasExists(attribute);
    changeUser(pool, owner, () => (owner.attributes[`${attribute}_verified`] = 'false'));
  }
}

const aliasExists = (attribute: Alias): CognitoError =>
  new CognitoError(
    'AliasExistsException',
    attribute === 'preferred_username'
      ? 'User account already exists for the alias.'
      : `An account with the ${attribute} already exists.`,
  );

/** Whether the pool has no user names of its own: users sign in by email or phone number and are named by `sub`. */
export const signsInByAttribute = (pool: PoolRecord): boolean => Boolean(pool.settings.UsernameAttributes?.length);

const enter = (pool: PoolRecord, user: UserRecord): void => {
  for (const key of keysOf(pool, user)) pool.index.set(key, user.sub);
};

const strike = (pool: PoolRecord, user: UserRecord): void => {
  for (const key of keysOf(pool, user)) if (pool.index.get(key) === user.sub) pool.index.delete(key);
};

const keysOf = (pool: PoolRecord, user: UserRecord): string[] => [
  ...(user.username === user.sub ? [] : [fold(pool, user.username)]),
  ...aliasesOf(pool, user.attributes).map(({ key }) => key),
];

function aliasesOf(pool: PoolRecord, attributes: Record<string, string>): { attribute: Alias; key: string }[] {
  const { UsernameAttributes: names = [], AliasAttributes: aliases = [] } = pool.settings;
  return alias.flatMap((attribute) => {
    const value = attributes[attribute];
    const holds =
      (names as string[]).includes(attribute) ||
      (aliases.includes(attribute) &&
        (attribute === 'preferred_username' || isTrue(attributes[`${attribute}_verified`])));
    return value && holds ? [{ attribute, key: fold(pool, value) }] : [];
  });
}
