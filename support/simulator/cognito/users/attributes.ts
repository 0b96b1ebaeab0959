import type { AttributeType, SchemaAttributeType } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter } from '../errors';
import { describedSchema } from '../operations/user-pools/schema';
import type { PoolRecord } from '../records';
import { isCaseSensitive } from './directory';

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

const verifiedFlags = ['email_verified', 'phone_number_verified'];

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
    .map((name) => scimNames[name] ?? `aws:cognito:system.${name}`)
    .map((name) => `${name}: The attribute ${name} is required`);
  if (missing.length) throw invalidParameter(`Attributes did not conform to the schema: ${missing.join(', ')}`);
}

/**
 * The attributes as the pool keeps them, each checked against the schema. An empty value deletes, and is kept as it
 * came.
 *
 * @param by who sends them: only an administrator may say that an address is verified
 * @throws CognitoError `InvalidParameterException`
 */
export function readAttributes(pool: PoolRecord, sent: AttributeType[] | undefined, by: 'admin' | 'user'): Attributes {
  const attributes: Attributes = {};
  for (const { Name = '', Value } of sent ?? []) {
    const schema = pool.schema.find((attribute) => attribute.Name === Name);
    // Unverified against AWS, but widely reported.
    if (!schema)
      throw invalidParameter(
        `Attributes did not conform to the schema: Type for attribute {${Name}} could not be determined`,
      );
    // Recorded from AWS 2026-09 of email_verified in a sign-up; of sub it is unverified.
    if (Name === 'sub' || (by === 'user' && verifiedFlags.includes(Name)))
      throw invalidParameter(`Cannot modify the non-mutable attribute ${Name}`);
    // Unverified against AWS: the text is known from applications.
    if (Value === undefined) throw invalidParameter(`Attribute value for ${Name} must not be null`);
    if (Value !== '') checkValue(schema, Value);
    attributes[Name] = kept(pool, schema, Value);
  }
  return attributes;
}

/** Documented: a pool that is not case-sensitive flattens names and addresses to lower case in what it answers. */
function kept(pool: PoolRecord, { Name = '', AttributeDataType }: SchemaAttributeType, value: string): string {
  const folds = AttributeDataType === 'Boolean' || (!isCaseSensitive(pool) && caseless.includes(Name));
  return folds ? value.toLowerCase() : value;
}

const caseless = ['email', 'preferred_username'];

/** The texts of the constraints are unverified against AWS: the ones on length are known from applications. */
function checkValue(schema: SchemaAttributeType, value: string): void {
  const { Name = '', AttributeDataType, StringAttributeConstraints: text, NumberAttributeConstraints: number } = schema;
  const refuse = (why: string) => invalidParameter(`Attributes did not conform to the schema: ${Name}: ${why}\n`);
  const format = formats[Name];
  if (format && !format.pattern.test(value)) throw invalidParameter(format.refusal);
  switch (AttributeDataType) {
    case 'Boolean':
      if (!/^(true|false)$/i.test(value)) throw refuse('Attribute value must be a boolean');
      break;
    case 'Number': {
      if (!/^-?\d+$/.test(value)) throw refuse('Attribute value must be a number');
      const n = BigInt(value);
      const { MinValue, MaxValue } = number ?? {};
      if (MinValue && n < BigInt(MinValue)) throw refuse(`Number must be no less than ${MinValue}`);
      if (MaxValue && n > BigInt(MaxValue)) throw refuse(`Number must be no greater than ${MaxValue}`);
      break;
    }
    case 'DateTime':
      if (Number.isNaN(Date.parse(value))) throw refuse('Attribute value must be a date');
      break;
    default: {
      const { MinLength, MaxLength } = text ?? {};
      if (MinLength && value.length < Number(MinLength))
        throw refuse(`String must be no shorter than ${MinLength} characters`);
      if (MaxLength && value.length > Number(MaxLength))
        throw refuse(`String must be no longer than ${MaxLength} characters`);
    }
  }
}

export const emailPattern = /^[^\s@]+@[^\s@][^\s@.]*\.[^\s@]+$/;
/** E.164. */
export const phonePattern = /^\+\d{1,15}$/;

const formats: Partial<Record<string, { pattern: RegExp; refusal: string }>> = {
  email: { pattern: emailPattern, refusal: 'Invalid email address format.' },
  phone_number: { pattern: phonePattern, refusal: 'Invalid phone number format.' },
};
