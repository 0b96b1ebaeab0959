import { findingPath, settings, type Setting } from '../../lab/settings';
import { poolPath } from '../pages/addresses';
import { clientSections, poolSections, type Tab } from './sections';

/** Where something is on the pages of a user pool. */
export interface PagePlace {
  /** `Sign-in > Multi-factor authentication` */
  text: string;
  /** After the address of the pool: `/sign-in#section-mfa`. */
  path: string;
}

const tabNames: Record<Tab, string> = {
  overview: 'Overview',
  'sign-in': 'Sign-in',
  'sign-up': 'Sign-up',
  security: 'Security',
  messages: 'Messages',
};

const clients: PagePlace = { text: 'App clients', path: '/clients' };
const users: PagePlace = { text: 'Users', path: '/users' };

/** What stands on a page of its own, by how findings begin. */
const pages: [RegExp, PagePlace][] = [
  [/^UserPoolClients?\b/, clients],
  [/^Users\b/, users],
  [
    /^Providers\b|^IdentityProvider\b/,
    { text: 'Sign-in > Social and external providers', path: '/sign-in#section-providers' },
  ],
  [/^(Username|Alias)Attributes$/, { text: 'Sign-in > Sign-in options', path: '/sign-in#section-sign-in-options' }],
  [/^Policies\.PasswordPolicy\b/, { text: 'Security > Password policy', path: '/security#section-password-policy' }],
  [/^Groups\b/, { text: 'Groups', path: '/groups' }],
  [/^ResourceServers\b/, { text: 'Resource servers', path: '/resource-servers' }],
  [/^(Custom)?Domain\b/, { text: 'Overview > Domain', path: '/#section-domain' }],
];

const onPages: ReadonlyMap<Setting, PagePlace> = new Map([
  ...Object.entries(poolSections).flatMap(([tab, sections]) =>
    sections.flatMap(({ id, title, fields }) =>
      fields.flatMap(({ setting }): [Setting, PagePlace][] => {
        const path = `${tab === 'overview' ? '' : `/${tab}`}#section-${id}`;
        return setting ? [[setting, { text: `${tabNames[tab as Tab]} > ${title}`, path }]] : [];
      }),
    ),
  ),
  ...clientSections.flatMap(({ fields }) =>
    fields.flatMap(({ setting }): [Setting, PagePlace][] => (setting ? [[setting, clients]] : [])),
  ),
]);

/** The setting that a finding is about, if it is one. */
export const settingOf = (finding: string): Setting | undefined =>
  settings.find(({ read }) => findingPath(read) === finding);

/** Where what a finding is about can be seen and changed here; undefined for a behaviour, and for what no page has. */
export function placeOf(finding: string): PagePlace | undefined {
  const setting = settingOf(finding);
  return (setting && onPages.get(setting)) ?? pages.find(([begins]) => begins.test(finding))?.[1];
}

/** The address of a place on a pool's pages. */
export const pathAt = ({ path }: PagePlace, userPoolId: string): string =>
  `${poolPath(userPoolId)}${path.replace(/^\/#/, '#')}`;
