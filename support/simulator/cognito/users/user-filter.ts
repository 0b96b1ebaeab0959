import { invalidParameter } from '../errors';
import type { PoolRecord, UserRecord } from '../records';
import { fold } from './name-case';

/** What ListUsers can search by (documented): never custom attributes. */
const searchable: Record<string, (user: UserRecord) => string | undefined> = {
  username: (user) => user.username,
  sub: (user) => user.sub,
  'cognito:user_status': (user) => user.status,
  status: (user) => (user.enabled ? 'Enabled' : 'Disabled'),
  ...Object.fromEntries(
    ['email', 'phone_number', 'name', 'given_name', 'family_name', 'preferred_username'].map((name) => [
      name,
      (user: UserRecord) => user.attributes[name],
    ]),
  ),
};

/**
 * Reads a ListUsers filter: `attribute = "value"` or `attribute ^= "value"`, one expression, nothing for everyone.
 *
 * @throws CognitoError `InvalidParameterException`; the texts on a filter that cannot be read (2016 to 2020) and on a
 * custom attribute are recorded, that on another attribute is reported by several sources
 */
export function readFilter(pool: PoolRecord, filter = ''): (user: UserRecord) => boolean {
  if (filter.trim() === '') return () => true;
  const [, name, operator, quoted] = /^\s*"?([\w:]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/s.exec(filter) ?? [];
  if (name === undefined || quoted === undefined) throw invalidParameter('Error while parsing filter.');
  if (name.startsWith('custom:')) throw invalidParameter('Input fails to satisfy the constraints.');
  const valueOf = Object.hasOwn(searchable, name) ? searchable[name] : undefined;
  if (!valueOf) throw invalidParameter(`Invalid search attribute: ${name}`);
  const compare = comparison(pool, name);
  const wanted = compare(quoted.replaceAll(/\\(.)/gs, '$1'));
  return (user) => {
    const value = valueOf(user);
    if (value === undefined) return false;
    return operator === '=' ? compare(value) === wanted : compare(value).startsWith(wanted);
  };
}

/** The status alone is compared without case everywhere (documented). */
const comparison = (pool: PoolRecord, name: string): ((value: string) => string) =>
  name === 'cognito:user_status'
    ? (value) => value.toUpperCase()
    : name === 'status'
      ? (value) => value
      : (value) => fold(pool, value);
