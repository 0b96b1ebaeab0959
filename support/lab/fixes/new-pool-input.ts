import { NoCommand, type Change } from './change';
import type { Literal } from './expression';
import { keptMembers, setMember } from './kept-members';
import { fixedPoolMembers } from './members';
import { poolInput, type PoolInput } from './pool-input';

interface Attribute {
  Name?: string;
  AttributeDataType?: string;
  DeveloperOnlyAttribute?: boolean;
  Mutable?: boolean;
  Required?: boolean;
  StringAttributeConstraints?: object;
  NumberAttributeConstraints?: object;
}

/** AWS's own, which nobody sets. */
const ownAttributes = ['sub', 'identities', 'email_verified', 'phone_number_verified'];

/** The limits that standard attributes have by default (recorded from AWS 2026-09). */
const defaultLimits = (name: string): object =>
  name === 'updated_at'
    ? { MinValue: '0' }
    : name === 'birthdate'
      ? { MinLength: '10', MaxLength: '10' }
      : { MinLength: '0', MaxLength: '2048' };

/**
 * The input of CreateUserPool that creates the pool again with these settings and all others unchanged.
 * MFA is configured once the pool exists.
 *
 * @throws NoCommand as {@link poolInput}
 */
export function newPoolInput(
  described: object,
  changes: readonly Change[],
  customAttributes: readonly string[] = [],
): PoolInput {
  const ofSchema = changes.find(({ setting }) => setting === 'SchemaAttributes[].Required');
  const others = changes.filter((change) => change !== ofSchema && change.setting !== 'MfaConfiguration');
  const fixed = new Set<string>(fixedPoolMembers);
  const { members, notes } = poolInput(
    described,
    others.filter(({ setting }) => !fixed.has(setting.split('.')[0] ?? '')),
  );
  Object.assign(members, keptMembers(described, fixedPoolMembers));
  for (const { setting, value } of others)
    if (fixed.has(setting.split('.')[0] ?? ''))
      setMember(members, setting.split('.'), Array.isArray(value) && value.length === 0 ? null : value);
  setMember(members, ['MfaConfiguration'], null);
  const added = customAttributes.map((Name) => ({ Name, AttributeDataType: 'String', Mutable: true }));
  const schema = [...schemaOf(described, ofSchema?.value as string[] | undefined), ...added];
  if (schema.length) members.Schema = { literal: schema };
  return { members, notes };
}

/** What differs from the standard attributes of a new pool, and the custom ones. */
function schemaOf(described: object, required?: string[]): Literal[] {
  const { SchemaAttributes } = described as { SchemaAttributes?: Attribute[] };
  if (!SchemaAttributes) throw new NoCommand('The attributes of the pool were not read.');
  const listed = new Set(SchemaAttributes.map(({ Name }) => Name));
  const unlisted = (required ?? []).filter((name) => !listed.has(name)).map((Name) => ({ Name, Required: false }));
  return [...SchemaAttributes, ...unlisted].flatMap((attribute: Attribute): Literal[] => {
    const { Name = '' } = attribute;
    const [prefix = '', ...rest] = Name.split('custom:');
    if (rest.length) return [custom(attribute, rest.join('custom:'), prefix === 'dev:')];
    if (ownAttributes.includes(Name)) return [];
    // The console requires it of itself where users sign in with it, which no check minds.
    const isKept = required === undefined || (Name === 'email' && attribute.Required === true);
    const isRequired = isKept ? attribute.Required : required.includes(Name);
    const standard = limits(attribute, defaultLimits(Name));
    if (!isRequired && attribute.Mutable !== false && Object.keys(standard).length === 0) return [];
    return [{ Name, Required: isRequired === true, Mutable: attribute.Mutable !== false, ...standard }];
  });
}

const custom = (attribute: Attribute, Name: string, isDevelopers: boolean): Literal => ({
  Name,
  AttributeDataType: attribute.AttributeDataType ?? 'String',
  ...(isDevelopers && { DeveloperOnlyAttribute: true }),
  Mutable: attribute.Mutable === true,
  ...limits(attribute, {}),
});

function limits(attribute: Attribute, usual: object): Record<string, Literal> {
  const found: Record<string, Literal> = {};
  for (const name of ['StringAttributeConstraints', 'NumberAttributeConstraints'] as const) {
    const value = attribute[name];
    const isUsual = Object.entries(value ?? {}).every(
      ([key, limit]) => (usual as Record<string, unknown>)[key] === limit,
    );
    if (value && !isUsual) found[name] = value as Literal;
  }
  return found;
}
