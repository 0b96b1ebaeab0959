import type { SchemaAttributeType } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter } from '../../errors';
import { checkLimits } from './schema-limits';
import { withoutUndefined } from '../../without-undefined';

const string = (name: string, min = '0', max = '2048'): SchemaAttributeType => ({
  Name: name,
  AttributeDataType: 'String',
  DeveloperOnlyAttribute: false,
  Mutable: true,
  Required: false,
  StringAttributeConstraints: { MinLength: min, MaxLength: max },
});

const boolean = (name: string): SchemaAttributeType => ({
  Name: name,
  AttributeDataType: 'Boolean',
  DeveloperOnlyAttribute: false,
  Mutable: true,
  Required: false,
});

/** The twenty standard attributes, in the order that CreateUserPool answers them (recorded 2026-09). */
const standardAttributes = (): SchemaAttributeType[] => [
  { ...string('sub', '1'), Mutable: false, Required: true },
  ...['name', 'given_name', 'family_name', 'middle_name', 'nickname'].map((name) => string(name)),
  ...['preferred_username', 'profile', 'picture', 'website', 'email'].map((name) => string(name)),
  boolean('email_verified'),
  string('gender'),
  string('birthdate', '10', '10'),
  ...['zoneinfo', 'locale', 'phone_number'].map((name) => string(name)),
  boolean('phone_number_verified'),
  string('address'),
  {
    Name: 'updated_at',
    AttributeDataType: 'Number',
    DeveloperOnlyAttribute: false,
    Mutable: true,
    Required: false,
    NumberAttributeConstraints: { MinValue: '0' },
  },
];

/** DescribeUserPool's own order of the standard attributes, `identities` among them; custom ones stand before `locale` (recorded 2026). */
const describedOrder = [
  'profile', 'address', 'birthdate', 'gender', 'preferred_username', 'updated_at', 'website', 'picture', 'identities',
  'sub', 'email_verified', 'phone_number_verified', 'phone_number', 'zoneinfo', 'locale', 'email', 'given_name',
  'family_name', 'middle_name', 'name', 'nickname',
]; // prettier-ignore

/** Custom attributes of a pool (documented). */
const maximumCustom = 50;

/** What DescribeUserPool shows and CreateUserPool does not. */
const identities: SchemaAttributeType = { ...string('identities'), StringAttributeConstraints: {} };

/**
 * The attributes of a new pool: the standard ones, as changed by what was sent, then the custom ones.
 *
 * @throws CognitoError `InvalidParameterException` for what a schema cannot say; the texts were measured on AWS in
 *   2026-09 where nothing else is said
 */
export function newSchema(sent: SchemaAttributeType[] = []): SchemaAttributeType[] {
  const schema = new Map(standardAttributes().map((attribute) => [attribute.Name, attribute]));
  for (const attribute of sent) {
    const standard = schema.get(attribute.Name);
    const merged = standard ? mergeStandard(standard, attribute) : customAttribute(attribute);
    if (!standard && schema.has(merged.Name))
      throw invalidParameter(`Duplicate custom attribute names ${merged.Name} are not allowed in a user pool schema.`);
    schema.set(merged.Name, merged);
  }
  return [...schema.values()];
}

/** What AddCustomAttributes adds. */
export function addAttributes(schema: SchemaAttributeType[], sent: SchemaAttributeType[]): SchemaAttributeType[] {
  const all = new Map(schema.map((attribute) => [attribute.Name, attribute]));
  for (const attribute of sent) {
    const custom = customAttribute(attribute);
    // Unverified against AWS: the text, and that "dev:" stands in the half of it only, are known from other emulators.
    if (all.has(custom.Name))
      throw invalidParameter(`custom:${attribute.Name}: Existing attribute already has name ${custom.Name}.`);
    all.set(custom.Name, custom);
  }
  const extended = [...all.values()];
  // A documented quota; the text is unverified against AWS.
  if (extended.filter(isCustom).length > maximumCustom)
    throw invalidParameter(`A user pool can have at most ${maximumCustom} custom attributes.`);
  return extended;
}

/** The attributes as DescribeUserPool lists them. */
export function describedSchema(schema: SchemaAttributeType[]): SchemaAttributeType[] {
  const byName = new Map(schema.map((attribute) => [attribute.Name, attribute])).set('identities', identities);
  const custom = schema.filter(isCustom);
  return describedOrder.flatMap((name) => [...(name === 'locale' ? custom : []), ...[byName.get(name) ?? []].flat()]);
}

const isCustom = ({ Name }: SchemaAttributeType): boolean => /^(dev:)?custom:/.test(Name ?? '');

/** A standard attribute takes its flags and its limits from the caller, and keeps what it is. */
function mergeStandard(standard: SchemaAttributeType, sent: SchemaAttributeType): SchemaAttributeType {
  const { AttributeDataType = standard.AttributeDataType, DeveloperOnlyAttribute = false } = sent;
  if (AttributeDataType !== standard.AttributeDataType || DeveloperOnlyAttribute)
    throw invalidParameter(
      `You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute ${standard.Name}`,
    );
  const { StringAttributeConstraints: text, NumberAttributeConstraints: number } = standard;
  const merged = withoutUndefined({
    ...standard,
    Mutable: sent.Mutable ?? standard.Mutable,
    Required: sent.Required ?? standard.Required,
    StringAttributeConstraints: text && { ...text, ...sent.StringAttributeConstraints },
    NumberAttributeConstraints: number && { ...number, ...sent.NumberAttributeConstraints },
  });
  checkLimits(merged);
  return merged;
}

/** The name gets its prefix here; a string without limits answers an empty set of constraints (recorded 2026-09). */
function customAttribute(sent: SchemaAttributeType): SchemaAttributeType {
  const { Name = '', AttributeDataType, DeveloperOnlyAttribute = false, Mutable = false, Required = false } = sent;
  // Unverified against AWS: the text is known from tools.
  if (!AttributeDataType)
    throw invalidParameter('Invalid AttributeDataType input, consider using the provided AttributeDataType enum.');
  if (Required) throw invalidParameter('Required custom attributes are not supported currently.');
  const attribute = withoutUndefined({
    Name: `${DeveloperOnlyAttribute ? 'dev:' : ''}custom:${Name}`,
    AttributeDataType,
    DeveloperOnlyAttribute,
    Mutable,
    Required,
    StringAttributeConstraints: AttributeDataType === 'String' ? { ...sent.StringAttributeConstraints } : undefined,
    NumberAttributeConstraints: AttributeDataType === 'Number' ? { ...sent.NumberAttributeConstraints } : undefined,
  });
  checkLimits(attribute);
  return attribute;
}
