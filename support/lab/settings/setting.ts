import type { ValueKind } from './value-kind';

/** What a setting is a setting of. */
export type Subject = 'user pool' | 'app client' | 'group' | 'user' | 'resource server' | 'identity provider';

/** The operations that settings are read by. */
export type ReadOperation =
  | 'DescribeUserPool'
  | 'GetUserPoolMfaConfig'
  | 'DescribeUserPoolDomain'
  | 'DescribeRiskConfiguration'
  | 'GetLogDeliveryConfiguration'
  | 'ListIdentityProviders'
  | 'DescribeIdentityProvider'
  | 'ListUserPoolClients'
  | 'DescribeUserPoolClient'
  | 'ListResourceServers'
  | 'ListGroups'
  | 'AdminListGroupsForUser'
  | 'ListUsers';

/** The operations that set a setting of what exists. What is fixed at creation is set by the `Create…` of it. */
export type WriteOperation =
  | 'UpdateUserPool'
  | 'CreateUserPool'
  | 'SetUserPoolMfaConfig'
  | 'AddCustomAttributes'
  | 'CreateUserPoolDomain'
  | 'UpdateUserPoolDomain'
  | 'SetRiskConfiguration'
  | 'SetLogDeliveryConfiguration'
  | 'CreateIdentityProvider'
  | 'UpdateIdentityProvider'
  | 'CreateUserPoolClient'
  | 'UpdateUserPoolClient'
  | 'CreateResourceServer'
  | 'UpdateResourceServer'
  | 'CreateGroup'
  | 'UpdateGroup'
  | 'AdminCreateUser'
  | 'AdminUpdateUserAttributes'
  | 'AdminAddUserToGroup';

/** An input or an answer of an operation, as a plain object. */
export type Members = Record<string, unknown>;

/** How a setting is read. */
export interface Read {
  readonly operation: ReadOperation;
  /** Its path in the answer, after the wrapper: `UserPoolAddOns.AdvancedSecurityMode` of DescribeUserPool. */
  readonly member: string;
  /**
   * Reads it from the answer (after the wrapper) where the value is not simply that member: of several members, or in
   * an order of AWS's. `undefined` where the answer does not have it.
   */
  readonly value?: (answer: Members) => unknown;
  /** What a finding calls it, where that is not the wrapper and the member. */
  readonly path?: string;
  /** The members of the answer that it is read of, where that is more than the one, or one of a list. */
  readonly from?: readonly string[];
}

/** How a setting is set. */
export interface Write {
  readonly operation: WriteOperation;
  /** Its path in the input, which for an update and for a creation is the same. */
  readonly member: string;
  /** Writes it into the input where that is more than that member. */
  readonly write?: (input: Members, value: unknown) => void;
}

/** One description of a setting: everything that speaks of it is derived from this. */
export interface Setting {
  /** Its name in steps, lower case, unique among its subject's: `threat protection`. */
  readonly name: string;
  /** The console's label: `Threat protection`. Key of the choice in a solution, label of the field, name in reports. */
  readonly label: string;
  /** What it is a setting of. */
  readonly of: Subject;
  readonly read: Read;
  /** What AWS means by leaving the member out (AWS's value); undefined: AWS always answers it, absence is an error. */
  readonly absent?: unknown;
  /** How it is known what AWS means by leaving it out: `recorded 2026-09`, `documented`. */
  readonly evidence?: string;
  readonly values: ValueKind;
  readonly set: Write;
  /** Other settings that must be with a value: an SES identity where SES sends. */
  readonly also?: (value: unknown) => { readonly name: string; readonly isSet: boolean }[];
  /** The members that are compared one by one, where AWS keeps the setting in several. Each is a list. */
  readonly parts?: (value: unknown) => { readonly member: string; readonly value: readonly unknown[] }[];
  /** Fixed once the pool (the client) exists: a wrong one means to make it again. */
  readonly fixed?: true;
  /** Places in the console: the classic wizard's step and label, and the present console's path. */
  readonly place: Place;
}

export interface Place {
  readonly classic?: string;
  readonly wizardStep?: 1 | 2 | 3 | 4 | 5;
  readonly present: string;
}

/** The member of an answer that holds what was asked for; the empty text where the answer itself does. */
export const wrappers: Record<ReadOperation, string> = {
  DescribeUserPool: 'UserPool',
  GetUserPoolMfaConfig: '',
  DescribeUserPoolDomain: 'DomainDescription',
  DescribeRiskConfiguration: 'RiskConfiguration',
  GetLogDeliveryConfiguration: 'LogDeliveryConfiguration',
  ListIdentityProviders: 'Providers[]',
  DescribeIdentityProvider: 'IdentityProvider',
  ListUserPoolClients: 'UserPoolClients[]',
  DescribeUserPoolClient: 'UserPoolClient',
  ListResourceServers: 'ResourceServers[]',
  ListGroups: 'Groups[]',
  AdminListGroupsForUser: 'Groups[]',
  ListUsers: 'Users[]',
};

/**
 * What a finding calls a setting: the path in AWS's answer. A member of the pool's own description stands without its
 * wrapper, as results have had it from the first.
 */
export function findingPath({ operation, member, path }: Read): string {
  if (path !== undefined) return path;
  const wrapper = operation === 'DescribeUserPool' ? '' : wrappers[operation];
  return [wrapper, member].filter(Boolean).join('.');
}

/** The member at a path such as `UserPoolAddOns.AdvancedSecurityMode`; undefined where there is none. */
export const memberAt = (object: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((part, name) => (typeof part === 'object' && part ? (part as Members)[name] : undefined), object);

/** Sets the member at a path, and makes the objects on the way. */
export function setMember(object: Members, path: string, value: unknown): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  const parent = names.reduce((part, name) => (part[name] ??= {}) as Members, object);
  parent[last] = value;
}

/** The members of an answer that a setting is read of. */
export const membersRead = ({ read }: Setting): readonly string[] => read.from ?? [read.member];

/** Whether a member is one of these, or in one of them. */
export const isWithin = (member: string, of: readonly string[]): boolean =>
  of.some((whole) => member === whole || member.startsWith(`${whole}.`) || member.startsWith(`${whole}[`));

/** The value of a setting in an answer (after the wrapper): what stands there, or what AWS means by leaving it out. */
export function valueIn({ read, absent }: Setting, answer: Members): unknown {
  const value = read.value ? read.value(answer) : memberAt(answer, read.member);
  return value ?? absent;
}

/** Writes a setting into the input of the call that sets it. */
export function writeTo({ set }: Setting, input: Members, value: unknown): void {
  if (set.write) set.write(input, value);
  else setMember(input, set.member, value);
}
