import type { Members, ReadOperation, Setting, WriteOperation } from './setting';
import { textList, type ValueKind } from './value-kind';

const list = (
  name: string,
  label: string,
  [operation, path, member]: [ReadOperation, path: string, member: string],
  set: WriteOperation,
  values: ValueKind,
  present: string,
): Setting => ({
  name,
  label,
  of: 'user pool',
  read: {
    operation,
    member,
    path,
    value: ({ Items }) => (Items as Members[]).map((item) => item[member]),
  },
  values,
  set: { operation: set, member },
  place: { present },
});

/** The Cognito user pool itself is a provider that AWS does not list. */
const providerNames: ValueKind = (() => {
  const names = textList('Cognito user pool');
  return {
    ...names,
    toAws: (given) => (names.toAws(given) as string[]).filter((name) => name.toLowerCase() !== 'cognito user pool'),
  };
})();

/** Which things a pool has, by their names: for "exactly these". Their own settings are described elsewhere. */
export const things: readonly Setting[] = [
  list(
    'provider types',
    'Identity providers',
    ['ListIdentityProviders', 'Providers', 'ProviderName'],
    'CreateIdentityProvider',
    providerNames,
    'Authentication > Social and external providers',
  ),
  list(
    'app clients',
    'App clients',
    ['ListUserPoolClients', 'UserPoolClients[].ClientName', 'ClientName'],
    'CreateUserPoolClient',
    textList('web'),
    'Applications > App clients',
  ),
  list(
    'groups',
    'Groups',
    ['ListGroups', 'Groups[].GroupName', 'GroupName'],
    'CreateGroup',
    textList('admins'),
    'User management > Groups',
  ),
  list(
    'resource servers',
    'Resource servers',
    ['ListResourceServers', 'ResourceServers[].Identifier', 'Identifier'],
    'CreateResourceServer',
    textList('https://api.example.com'),
    'Branding > Domain > Resource servers',
  ),
];
