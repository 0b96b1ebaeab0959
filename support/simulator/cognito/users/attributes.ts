import type { AttributeType, SchemaAttributeType } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter } from '../errors';
import { describedSchema } from '../operations/user-pools/schema';
import type { PoolRecord } from '../records';
import { isCaseSensitive } from './name-case';

export type Attributes = Record<string, string>;

/**
 * What AWS calls the attributes when it misses them; those that are not here keep their name, after a prefix. The
 * parts of the name, `emails`, `phoneNumbers`, `nickName`, `addresses` and the prefixed ones are known from AWS's
 * answers; the last three are unverified.
 */
const scimNames: Record<string, string> = {
  address: 'addresses',
  phone_number: 'phoneNumbers',
  email: 'emails',
  given_name: 'name.givenName',
  family_name: 'name.familyName',
  middle_name: 'name.middleName',
  name: 'name.formatted',
  nickname: 'nickName',
  profile: 'profileUrl',
  zoneinfo: 'timezone',
  locale: 'locale',
};

/** What AWS calls an attribute in some refusals. */
export const scimName = (name: string): string =>
  name.startsWith('custom:') ? `Custom.User.${name.slice(7)}` : (scimNames[name] ?? `aws:cognito:system.${name}`);

export const verifiedFlags = ['email_verified', 'phone_number_verified'];

/** The names of the attributes that the pool requires and these lack, `sub` apart, in DescribeUserPool's order. */
export function missingAttributes(pool: PoolRecord, attributes: Attributes): string[] {
  return describedSchema(pool.schema)
    .filter(({ Name = '', Required }) => Required && Name !== 'sub' && !attributes[Name])
    .map(({ Name = '' }) => Name);
}

/**
 * Refuses attributes that lack a required one: what SignUp asks and AdminCreateUser does not.
 *
 * @throws CognitoError `InvalidParameterException`; the text of one is recorded from AWS 2026-09, that of several
 * is unverified against AWS
 */
export function checkRequired(pool: PoolRecord, attributes: Attributes): void {
  const missing = missingAttributes(pool, attributes)
    .map(scimName)
    .map((name) => `${name}: The attribute ${name} is required`);
  if (missing.length) throw invalidParameter(`${nonconforming}${missing.join(', ')}`);
}

/**
 * The attributes as the pool keeps them, each checked against the schema. An empty value deletes, and is kept as it
 * came.
 *
 * @param by who sends them: only an administrator may say that an address is verified
 * @param wording an update refuses in words of its own (recorded from AWS 2026)
 * @throws CognitoError `InvalidParameterException`
 */
export function readAttributes(
  pool: PoolRecord,
  sent: AttributeType[] | undefined,
  by: 'admin' | 'user',
  wording: 'create' | 'update' = 'create',
): Attributes {
  const attributes: Attributes = {};
  // Of a name that is sent twice, an update looks at the last alone (recorded from AWS 2026).
  const all = wording === 'update' ? new Map(sent?.map((each) => [each.Name, each])).values() : (sent ?? []);
  for (const { Name = '', Value } of all) {
    const schema = pool.schema.find((attribute) => attribute.Name === Name);
    // Recorded from AWS 2026 of an update, otherwise widely reported.
    if (!schema)
      throw invalidParameter(
        wording === 'update'
          ? `user.${Name}: Attribute does not exist in the schema.\n`
          : `${nonconforming}${undetermined(Name)}`,
      );
    // Recorded from AWS 2026-09 of email_verified in a sign-up; of sub it is unverified.
    if (Name === 'sub' || (by === 'user' && verifiedFlags.includes(Name)))
      throw invalidParameter(`Cannot modify the non-mutable attribute ${Name}`);
    // Unverified against AWS: the text is known from applications.
    if (Value === undefined) throw invalidParameter(`Attribute value for ${Name} must not be null`);
    const fault = Value === '' ? undefined : faultOf(schema, Value);
    if (fault !== undefined)
      throw invalidParameter(wording === 'update' ? `user.${Name}: ${fault}\n` : `${nonconforming}${Name}: ${fault}\n`);
    attributes[Name] = kept(pool, Name, Value);
  }
  return attributes;
}

/** Documented: a pool that is not case-sensitive flattens names and addresses to lower case in what it answers. */
const kept = (pool: PoolRecord, name: string, value: string): string =>
  !isCaseSensitive(pool) && caseless.includes(name) ? value.toLowerCase() : value;

const caseless = ['email', 'preferred_username'];

const nonconforming = 'Attributes did not conform to the schema: ';

export const undetermined = (name: string): string => `Type for attribute {${name}} could not be determined`;

/**
 * What is wrong with a value, if anything is. The texts on length are recorded from AWS 2026, those of other constraints
 * are unverified.
 */
function faultOf(schema: SchemaAttributeType, value: string): string | undefined {
  const { Name = '', AttributeDataType, StringAttributeConstraints: text, NumberAttributeConstraints: number } = schema;
  const format = formats[Name];
  if (format && !format.pattern.test(value)) throw invalidParameter(format.refusal);
  switch (AttributeDataType) {
    case 'Boolean':
      return /^(true|false)$/i.test(value) ? undefined : 'Attribute value must be a boolean';
    case 'Number': {
      if (!/^-?\d+$/.test(value)) return 'Attribute value must be a number';
      const n = BigInt(value);
      const { MinValue, MaxValue } = number ?? {};
      if (MinValue && n < BigInt(MinValue)) return `Number must be no less than ${MinValue}`;
      return MaxValue && n > BigInt(MaxValue) ? `Number must be no greater than ${MaxValue}` : undefined;
    }
    case 'DateTime':
      return Number.isNaN(Date.parse(value)) ? 'Attribute value must be a date' : undefined;
    default: {
      const { MinLength, MaxLength } = text ?? {};
      if (MinLength && value.length < Number(MinLength))
        return `String must be no shorter than ${MinLength} characters`;
      return MaxLength && value.length > Number(MaxLength)
        ? `String must be no longer than ${MaxLength} characters`
        : undefined;
    }
  }
}

/** Whether a flag among a user's attributes is set: AWS keeps it in the letters that were sent (recorded 2026). */
export const isTrue = (flag: string | undefined): boolean => flag?.toLowerCase() === 'true';

export const emailPattern = /^[^\s@]+@[^\s@][^\s@.]*\.[^\s@]+$/;
/** E.164. */
export const phonePattern = /^\+\d{1,15}$/;

const formats: Partial<Record<string, { pattern: RegExp; refusal: string }>> = {
  email: { pattern: emailPattern, refusal: 'Invalid email address format.' },
  phone_number: { pattern: phonePattern, refusal: 'Invalid phone number format.' },
};
