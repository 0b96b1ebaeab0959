import type { Change, Evidence } from './change';
import { clientMembers, fixedPoolMembers, updatedPoolMembers } from './members';

/** Changes by the operation that makes them. */
export interface ChangeSet {
  update: Change[];
  mfa: Change[];
  /** Fixed once the pool exists. */
  fixed: Change[];
  /** Names of custom attributes, of app clients and of a domain that are missing. */
  customAttributes: string[];
  newClients: string[];
  domains: string[];
  /** Changes of app clients that exist, by id. */
  clients: Map<string, Change[]>;
  /** Names of identity providers that have to go. */
  unwantedProviders: string[];
  newUser: boolean;
  /** What is to be done by hand: there is no command for it. */
  byHand: Change[];
}

const updated = new Set<string>([...updatedPoolMembers, 'Name']);
const fixed = new Set<string>([...fixedPoolMembers, 'SchemaAttributes']);
const ofClient = new Set<string>(clientMembers);

/** Sorts changes by the operation that makes them. */
export function changeSet(changes: readonly Change[], evidence: Evidence): ChangeSet {
  const set: ChangeSet = {
    update: [],
    mfa: [],
    fixed: [],
    customAttributes: [],
    newClients: [],
    domains: [],
    clients: new Map(),
    unwantedProviders: [],
    newUser: false,
    byHand: [],
  };
  for (const change of changes) sort(change, set, evidence);
  return set;
}

export const isEmpty = ({ newUser, clients, ...lists }: ChangeSet): boolean =>
  !newUser && clients.size === 0 && Object.values(lists).every(({ length }) => length === 0);

function sort(change: Change, set: ChangeSet, evidence: Evidence): void {
  const { source, setting, value } = change;
  switch (source) {
    case 'DescribeUserPool':
      return sortOfPool(change, set, evidence);
    case 'GetUserPoolMfaConfig':
      return void set.mfa.push(...leaves(change, evidence.mfaConfig));
    case 'ListIdentityProviders': {
      const wanted = texts(value);
      const unwanted = (evidence.providers ?? []).filter((name) => !wanted.includes(name));
      if (wanted.every((name) => evidence.providers?.includes(name))) set.unwantedProviders.push(...unwanted);
      else set.byHand.push(change);
      return;
    }
    case 'ListUserPoolClients': {
      const names = new Set(evidence.clients?.map(({ ClientName }) => ClientName));
      const missing = texts(value).filter((name) => !names.has(name));
      if (missing.length) set.newClients.push(...missing);
      else set.byHand.push(change);
      return;
    }
    case 'DescribeUserPoolClient': {
      const member = setting.replace(/^UserPoolClient\./, '');
      const [id = '', client] =
        Object.entries(evidence.describedClients).find(([, each]) => nameOf(each) === change.client) ?? [];
      if (!client || value === undefined || !ofClient.has(topOf(member))) return void set.byHand.push(change);
      const known = set.clients.get(id) ?? [];
      set.clients.set(id, [...known, ...leaves({ ...change, setting: member }, client)]);
      return;
    }
    case 'ListUsers':
      if (setting === 'Users[].Attributes.email') set.newUser = true;
      else set.byHand.push(change);
      return;
    case 'CreateUserPool':
      // There is no pool yet.
      return;
    default:
      set.byHand.push(change);
  }
}

function sortOfPool(change: Change, set: ChangeSet, { pool = {} }: Evidence): void {
  const { setting, value } = change;
  const top = topOf(setting);
  const { Domain, SchemaAttributes } = pool as { Domain?: string; SchemaAttributes?: { Name?: string }[] };
  if (top === 'Id' || top === 'UserPool') return;
  if (value === undefined) set.byHand.push(change);
  else if (setting === 'MfaConfiguration') set.mfa.push(change);
  else if (top === 'Schema') {
    const names = (Array.isArray(value) ? (value as { Name?: string }[]) : []).map(({ Name = '' }) => Name);
    const there = new Set(SchemaAttributes?.map(({ Name }) => Name));
    const own = (name: string): string => `custom:${name}`;
    // An attribute can be added and not removed.
    if ([...there].some((name) => isCustom(name) && !names.some((each) => own(each) === name))) set.byHand.push(change);
    else set.customAttributes.push(...names.filter((name) => !there.has(own(name))));
  } else if (setting === 'Domain' && typeof value === 'string' && Domain === undefined) set.domains.push(value);
  else if (top === 'UserPoolTags') {
    const before: object = (pool as { UserPoolTags?: object }).UserPoolTags ?? {};
    const after: object = isObject(value) ? value : {};
    // An update can add and change tags, and would have to tell all others to remove one.
    if (Object.keys(before).every((key) => key in after)) set.update.push(change);
    else set.byHand.push(change);
  } else if (fixed.has(top)) set.fixed.push(change);
  else if (updated.has(top)) set.update.push(...leaves(change, pool));
  else set.byHand.push(change);
}

const isCustom = (name = ''): boolean => name.startsWith('custom:');

const topOf = (setting: string): string => /^[^.[]*/.exec(setting)?.[0] ?? '';

const nameOf = (client: object): unknown => (client as { ClientName?: unknown }).ClientName;

export const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members of an object that change, so that those which stay are read by the command, and do not stand in it. */
function leaves(change: Change, answer: unknown): Change[] {
  const { setting, value } = change;
  const before = setting.split('.').reduce<unknown>((part, name) => (isObject(part) ? part[name] : undefined), answer);
  if (!isObject(value) || !isObject(before)) return JSON.stringify(value) === JSON.stringify(before) ? [] : [change];
  return Object.keys({ ...before, ...value }).flatMap((name) =>
    leaves({ ...change, setting: `${setting}.${name}`, value: value[name] ?? null }, answer),
  );
}
