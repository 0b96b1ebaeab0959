import type { Setting } from './setting';
import { text, textList } from './value-kind';

const place = {
  classic: 'App integration > Resource servers',
  present: 'Branding > Domain > Resource servers',
} as const;

const of = 'resource server' as const;

interface Scope {
  ScopeName?: string;
}

/** APIs, and the scopes that an app may ask for. */
export const resourceServers: readonly Setting[] = [
  {
    name: 'identifier',
    label: 'Resource server identifier',
    of,
    read: { operation: 'ListResourceServers', member: 'Identifier' },
    values: text({ example: 'https://api.example.com' }),
    set: { operation: 'CreateResourceServer', member: 'Identifier' },
    fixed: true,
    place,
  },
  {
    name: 'name',
    label: 'Resource server name',
    of,
    read: { operation: 'ListResourceServers', member: 'Name' },
    values: text({ example: 'Lab API' }),
    set: { operation: 'UpdateResourceServer', member: 'Name' },
    place,
  },
  {
    name: 'custom scopes',
    label: 'Custom scopes',
    of,
    read: {
      operation: 'ListResourceServers',
      member: 'Scopes[].ScopeName',
      value: ({ Scopes = [] }) => (Scopes as Scope[]).map(({ ScopeName }) => ScopeName),
    },
    absent: [],
    evidence: 'documented: none unless set',
    values: textList('read'),
    set: {
      operation: 'UpdateResourceServer',
      member: 'Scopes',
      write: (input, value) => {
        const before = (input.Scopes ?? []) as Scope[];
        input.Scopes = (value as string[]).map(
          (ScopeName) =>
            before.find((scope) => scope.ScopeName === ScopeName) ?? { ScopeName, ScopeDescription: ScopeName },
        );
      },
    },
    place,
  },
];
