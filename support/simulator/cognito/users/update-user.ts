import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter } from '../errors';
import type { Service } from '../handler';
import type { PoolRecord, UserRecord } from '../records';
import { emailPattern, isTrue, scimName, undetermined, type Attributes } from './attributes';
import { issueCode, voidCode } from './codes';
import { deliver, type Address } from './delivery';
import { changeUser, claimAliases } from './directory';
import { aliasFormat } from './username';

const addresses = ['email', 'phone_number'] as const;

/**
 * Gives a user new values, an empty one deleting. A new address is unverified, and a code goes to it where the pool
 * verifies it by itself; where the pool keeps the old address until then, only the code goes out (documented).
 *
 * @returns where codes went
 * @throws CognitoError where an attribute cannot change, or stands for another user's name
 */
export function updateUser(
  pool: PoolRecord,
  user: UserRecord,
  changes: Attributes,
  service: Service,
): CodeDeliveryDetailsType[] {
  checkMutable(pool, changes);
  checkStillRequired(pool, changes);
  checkPreferredUsername(pool, changes);
  const fresh = addresses.filter((address) => isNew(user, changes, address));
  const kept = fresh.filter((address) => isKeptUntilVerified(pool, changes, address));
  const next = merged(user, changes, fresh, kept);
  claimAliases(pool, next, { self: user });
  changeUser(pool, user, () => (user.attributes = next));
  user.modifiedAt = service.clock();
  for (const address of addresses)
    if (address in changes && !kept.includes(address)) voidCode(user, `verify:${address}`);
  return fresh
    .filter((address) => kept.includes(address) || isVerifiedByCode(pool, changes, address))
    .map((address) => sendCode(pool, user, address, changes[address] ?? '', service));
}

/**
 * Sends a code for an address.
 *
 * @param value the user's own, or the new one that waits for the code
 */
export function sendCode(
  pool: PoolRecord,
  user: UserRecord,
  address: Address,
  value: string,
  service: Service,
): CodeDeliveryDetailsType {
  const code = issueCode(user, `verify:${address}`, service, value);
  return deliver(service, pool, user, { address, to: value, kind: 'attribute-verification', code });
}

/**
 * Deletes attributes; with an address, its verification.
 *
 * @throws CognitoError `InvalidParameterException`; the texts are recorded from AWS 2026
 */
export function deleteAttributes(pool: PoolRecord, user: UserRecord, names: string[], { clock }: Service): void {
  const fault = names.map((name) => whyKept(pool, name)).find((why) => why !== undefined);
  if (fault !== undefined) throw invalidParameter(`Invalid user attributes: ${fault}`);
  const changes = Object.fromEntries(names.map((name) => [name, '']));
  changeUser(pool, user, () => (user.attributes = merged(user, changes, [], [])));
  user.modifiedAt = clock();
}

/** Why an attribute cannot be deleted, if it cannot. */
function whyKept({ schema }: PoolRecord, name: string): string | undefined {
  const attribute = schema.find(({ Name }) => Name === name);
  if (!attribute) return undetermined(name);
  const spoken = scimName(name);
  if (attribute.Required) return `${spoken}: The attribute ${spoken} is required`;
  return attribute.Mutable === false
    ? `${spoken}: This attribute does not satisfy the mutability validation defined in the schema.`
    : undefined;
}

/** Recorded from AWS 2026-09, with the line's end: one refused attribute refuses them all. */
function checkMutable(pool: PoolRecord, changes: Attributes): void {
  const fixed = pool.schema.filter(({ Name = '', Mutable }) => Name in changes && Mutable === false);
  if (fixed.length)
    throw invalidParameter(fixed.map(({ Name }) => `user.${Name}: Attribute cannot be updated.\n`).join(''));
}

function checkStillRequired(pool: PoolRecord, changes: Attributes): void {
  const required = pool.schema.filter(({ Name = '', Required }) => Required && changes[Name] === '');
  // Unverified against AWS.
  if (required.length)
    throw invalidParameter(required.map(({ Name }) => `${Name}: Required attribute cannot be deleted.\n`).join(''));
}

/** Recorded from AWS 2026 of another user's address. */
function checkPreferredUsername({ settings }: PoolRecord, { preferred_username: name = '' }: Attributes): void {
  if (settings.AliasAttributes?.includes('email') && emailPattern.test(name)) throw aliasFormat('email');
}

const isNew = (user: UserRecord, changes: Attributes, address: Address): boolean =>
  Boolean(changes[address]) && changes[address] !== user.attributes[address];

/** An administrator who says that the address is verified has it take effect at once (documented). */
const isKeptUntilVerified = ({ settings }: PoolRecord, changes: Attributes, address: Address): boolean =>
  settings.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate?.includes(address) === true &&
  !isTrue(changes[`${address}_verified`]);

const isVerifiedByCode = ({ settings }: PoolRecord, changes: Attributes, address: Address): boolean =>
  settings.AutoVerifiedAttributes?.includes(address) === true && !isTrue(changes[`${address}_verified`]);

function merged(user: UserRecord, changes: Attributes, fresh: Address[], kept: Address[]): Attributes {
  const unverified = fresh.map((address) => [`${address}_verified`, 'false'] as const);
  const all: Attributes = { ...user.attributes, ...Object.fromEntries(unverified), ...changes };
  for (const name of kept.flatMap((address) => [address, `${address}_verified`]))
    all[name] = user.attributes[name] ?? '';
  for (const address of addresses) if (all[address] === '') delete all[`${address}_verified`];
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}
