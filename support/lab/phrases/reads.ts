import type { ReadOperation, Setting } from '../settings';
import type { NamedSetting, Thing } from './parameter-types';

/** The list in which a thing is found by its name, and the operation that describes it. */
export const readsOfThing: Record<Thing, ReadOperation[]> = {
  'app client': ['ListUserPoolClients', 'DescribeUserPoolClient'],
  group: ['ListGroups'],
  user: ['ListUsers'],
  'resource server': ['ListResourceServers'],
  'identity provider': ['ListIdentityProviders', 'DescribeIdentityProvider'],
  'custom attribute': ['DescribeUserPool'],
};

/** The operations that a setting is read by: its own, and those that find what it is a setting of. */
export function readsOfSetting({ of, read, also }: Setting): ReadOperation[] {
  const found: ReadOperation[] = of === 'user pool' ? [] : readsOfThing[of];
  const domain: ReadOperation[] = read.operation === 'DescribeUserPoolDomain' ? ['DescribeUserPool'] : [];
  const others: ReadOperation[] = also ? ['DescribeUserPool'] : [];
  return [...new Set([...found, ...domain, ...others, read.operation])];
}

/** Of a parameter `{setting}`, which is the first of its phrase. */
export const readsOfNamed = (named: unknown): ReadOperation[] => readsOfSetting((named as NamedSetting).setting);
