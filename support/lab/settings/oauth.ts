import { clientSetting } from './client-setting';
import type { Members, Setting } from './setting';
import { choices, onOff, text, textList } from './value-kind';

const place = { present: 'Applications > App clients > your app client > Login pages > Edit' } as const;

const none = { absent: [], evidence: 'recorded from AWS 2026-09: left out unless set', place } as const;

/** Without the switch, what is set for the hosted sign-in has no effect (documented); the console sets both. */
const alsoSwitchOn = (member: string) => ({
  operation: 'UpdateUserPoolClient' as const,
  member,
  write: (client: Members, value: unknown) => {
    client[member] = value;
    client.AllowedOAuthFlowsUserPoolClient ??= true;
  },
});

/** The console's names of the standard scopes. */
const scopes = new Map(['openid', 'email', 'phone', 'profile'].map((scope) => [scope, scope]));

const providers = new Map(
  Object.entries({
    'cognito user pool': 'COGNITO',
    cognito: 'COGNITO',
    'login with amazon': 'LoginWithAmazon',
    'sign in with apple': 'SignInWithApple',
  }),
);

/** What an app may ask of the hosted sign-in, and where that leads back to. */
export const oauth: readonly Setting[] = [
  clientSetting('AllowedOAuthFlowsUserPoolClient', {
    name: 'OAuth in the user pool client',
    label: 'Allow OAuth in the app client',
    values: onOff(),
    place,
  }),
  clientSetting('AllowedOAuthFlows', {
    name: 'OAuth grant types',
    label: 'OAuth grant types',
    ...none,
    values: choices('OAuth grant type', {
      'Authorization code grant': 'code',
      'Implicit grant': 'implicit',
      'Client credentials': 'client_credentials',
    }),
    set: alsoSwitchOn('AllowedOAuthFlows'),
  }),
  clientSetting('AllowedOAuthScopes', {
    name: 'OAuth scopes',
    label: 'OAuth scopes',
    ...none,
    values: textList('openid', (scope) => scopes.get(scope.toLowerCase()) ?? scope),
    set: alsoSwitchOn('AllowedOAuthScopes'),
  }),
  clientSetting('CallbackURLs', {
    name: 'callback URLs',
    label: 'Allowed callback URLs',
    ...none,
    values: textList('https://app.example.com/signed-in'),
  }),
  clientSetting('LogoutURLs', {
    name: 'sign-out URLs',
    label: 'Allowed sign-out URLs',
    ...none,
    values: textList('https://app.example.com/signed-out'),
  }),
  clientSetting('DefaultRedirectURI', {
    name: 'default redirect URL',
    label: 'Default redirect URL',
    ...none,
    absent: '',
    values: text({ example: 'https://app.example.com/signed-in' }),
  }),
  clientSetting('SupportedIdentityProviders', {
    name: 'supported identity providers',
    label: 'Identity providers of the app client',
    ...none,
    values: textList('Cognito user pool', (label) => providers.get(label.toLowerCase()) ?? label),
  }),
];
