import { anyAttributeName } from './attributes';
import { clientSetting } from './client-setting';
import type { Setting } from './setting';
import { choices, onOffInWords, onOff, text, textList } from './value-kind';

const attributePlace = {
  present: 'Applications > App clients > your app client > Attribute permissions > Edit',
} as const;

/** Former names of flows, which a client still can have (documented). */
const formerFlows = new Map<unknown, unknown>([
  ['ADMIN_NO_SRP_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH'],
  ['CUSTOM_AUTH_FLOW_ONLY', 'ALLOW_CUSTOM_AUTH'],
  ['USER_PASSWORD_AUTH', 'ALLOW_USER_PASSWORD_AUTH'],
]);

/** Who an app is, and how its users sign in. */
export const appClient: readonly Setting[] = [
  clientSetting('ClientName', { name: 'app client name', label: 'App client name', values: text({ example: 'web' }) }),
  clientSetting('ClientSecret', {
    name: 'client secret',
    label: 'Client secret',
    read: {
      operation: 'DescribeUserPoolClient',
      member: 'ClientSecret',
      // Whether there is one; nobody reads which.
      value: ({ ClientSecret }) => ClientSecret !== undefined,
    },
    values: onOffInWords('choice of client secret', {
      'Generate a client secret': true,
      "Don't generate a client secret": false,
    }),
    set: { operation: 'CreateUserPoolClient', member: 'GenerateSecret' },
    fixed: true,
  }),
  clientSetting('ExplicitAuthFlows', {
    name: 'authentication flows',
    label: 'Authentication flows',
    read: {
      operation: 'DescribeUserPoolClient',
      member: 'ExplicitAuthFlows',
      value: ({ ExplicitAuthFlows: flows }) =>
        Array.isArray(flows) && flows.length
          ? [...new Set(flows.map((flow: unknown) => formerFlows.get(flow) ?? flow))]
          : undefined,
    },
    absent: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'],
    evidence: 'documented: what a client allows if nothing was sent',
    values: choices('authentication flow', {
      ALLOW_USER_AUTH: 'ALLOW_USER_AUTH',
      ALLOW_USER_PASSWORD_AUTH: 'ALLOW_USER_PASSWORD_AUTH',
      ALLOW_USER_SRP_AUTH: 'ALLOW_USER_SRP_AUTH',
      ALLOW_ADMIN_USER_PASSWORD_AUTH: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
      ALLOW_CUSTOM_AUTH: 'ALLOW_CUSTOM_AUTH',
      ALLOW_REFRESH_TOKEN_AUTH: 'ALLOW_REFRESH_TOKEN_AUTH',
    }),
  }),
  clientSetting('EnableTokenRevocation', {
    name: 'token revocation',
    label: 'Token revocation',
    values: onOff(),
  }),
  clientSetting('PreventUserExistenceErrors', {
    name: 'prevention of user existence errors',
    label: 'Prevent user existence errors',
    absent: 'LEGACY',
    evidence: 'documented: LEGACY if nothing was sent',
    values: onOff('ENABLED', 'LEGACY'),
  }),
  clientSetting('ReadAttributes', {
    name: 'readable attributes',
    label: 'Readable attributes',
    absent: [],
    evidence: 'recorded from AWS 2026-09: left out unless set, and all standard attributes can be read',
    values: textList('Email', anyAttributeName),
    place: attributePlace,
  }),
  clientSetting('WriteAttributes', {
    name: 'writable attributes',
    label: 'Writable attributes',
    absent: [],
    evidence: 'recorded from AWS 2026-09: left out unless set, and all mutable standard attributes can be written',
    values: textList('Email', anyAttributeName),
    place: attributePlace,
  }),
];
