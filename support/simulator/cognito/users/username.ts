import { CognitoError, invalidParameter } from '../errors';
import type { PoolRecord } from '../records';
import { emailPattern, phonePattern, type Attributes } from './attributes';
import { findUser, usersInConflict, signsInByAttribute } from './directory';
import { fold, isCaseSensitive } from './name-case';

/**
 * The attributes of a new user, with the user name among them where the pool signs in by email or phone number.
 * Recorded from AWS: what is said of an email alias (2026-09) and of a name that is no email. The texts on phone
 * numbers, and on a name that contradicts the attribute, are unverified but reported alike by many.
 *
 * @param username as the caller gave it
 * @throws CognitoError `InvalidParameterException` for a name that the pool does not allow
 */
export function withUsername(pool: PoolRecord, username: string, attributes: Attributes): Attributes {
  const { UsernameAttributes: names = [], AliasAttributes: aliases = [] } = pool.settings;
  const isEmail = emailPattern.test(username);
  const isPhone = phonePattern.test(username);
  if (!signsInByAttribute(pool)) {
    if (isEmail && aliases.includes('email')) throw aliasFormat('email');
    if (isPhone && aliases.includes('phone_number')) throw aliasFormat('phone number');
    return attributes;
  }
  const attribute = isEmail ? 'email' : 'phone_number';
  if (!(isEmail || isPhone) || !names.includes(attribute)) throw notAllowed(names);
  const name = isCaseSensitive(pool) ? username : username.toLowerCase();
  const given = attributes[attribute] === '' ? undefined : attributes[attribute];
  if (given && fold(pool, given) !== fold(pool, name))
    throw invalidParameter(
      `User ${spoken(attribute)} should be empty or same as username, since username attribute is ${spoken(attribute)}.`,
    );
  return { ...attributes, [attribute]: given ?? name };
}

/**
 * Refuses a user name that is taken. Recorded from AWS 2026-09, except for AdminCreateUser in a pool that signs in by
 * email or phone number.
 *
 * @param refusal AWS's text in a pool with user names of its own: SignUp and AdminCreateUser word it differently
 * @throws CognitoError `UsernameExistsException`
 */
export function checkUnused(pool: PoolRecord, username: string, attributes: Attributes, refusal: string): void {
  const exists = (message: string) => new CognitoError('UsernameExistsException', message);
  if (!signsInByAttribute(pool)) {
    if (findUser(pool, username)) throw exists(refusal);
    return;
  }
  const [rival] = usersInConflict(pool, attributes);
  if (rival) throw exists(`An account with the given ${rival.attribute} already exists.`);
}

const spoken = (attribute: string): string => attribute.replace('_', ' ');

export const aliasFormat = (format: string) =>
  invalidParameter(`Username cannot be of ${format} format, since user pool is configured for ${format} alias.`);

function notAllowed(names: string[]): CognitoError {
  if (names.length > 1) return invalidParameter('Username should be either an email or a phone number.');
  return invalidParameter(`Username should be ${names[0] === 'email' ? 'an email' : 'a phone number'}.`);
}
