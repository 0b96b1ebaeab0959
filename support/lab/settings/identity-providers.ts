import { anyAttributeName } from './attributes';
import { setMember, type Members, type Setting } from './setting';
import { choice, table, text, textList } from './value-kind';

const place = {
  classic: 'Sign-in experience > Federated identity provider sign-in',
  present: 'Authentication > Social and external providers > your provider',
} as const;

const detail = (member: string, name: string, label: string, example: string): Setting => ({
  name,
  label,
  of: 'identity provider',
  read: { operation: 'DescribeIdentityProvider', member: `ProviderDetails.${member}` },
  absent: '',
  evidence: 'documented: only what was set',
  values: text({ example }),
  set: { operation: 'UpdateIdentityProvider', member: `ProviderDetails.${member}` },
  place,
});

/** Others by whom users sign in. */
export const identityProviders: readonly Setting[] = [
  {
    name: 'provider name',
    label: 'Provider name',
    of: 'identity provider',
    read: { operation: 'DescribeIdentityProvider', member: 'ProviderName' },
    values: text({ example: 'campus' }),
    set: { operation: 'CreateIdentityProvider', member: 'ProviderName' },
    fixed: true,
    place,
  },
  {
    name: 'type',
    label: 'Provider type',
    of: 'identity provider',
    read: { operation: 'DescribeIdentityProvider', member: 'ProviderType' },
    values: choice('type of identity provider', {
      SAML: 'SAML',
      'OpenID Connect': 'OIDC',
      Facebook: 'Facebook',
      Google: 'Google',
      'Login with Amazon': 'LoginWithAmazon',
      'Sign in with Apple': 'SignInWithApple',
    }),
    set: { operation: 'CreateIdentityProvider', member: 'ProviderType' },
    fixed: true,
    place,
  },
  detail(
    'MetadataURL',
    'metadata document URL',
    'Metadata document endpoint URL',
    'https://idp.example.com/metadata.xml',
  ),
  detail('oidc_issuer', 'issuer URL', 'Issuer URL', 'https://idp.example.com'),
  detail('client_id', 'client ID', 'Provider client ID', 'lab-client'),
  {
    ...detail('authorize_scopes', 'authorized scopes', 'Authorized scopes', 'openid'),
    read: {
      operation: 'DescribeIdentityProvider',
      member: 'ProviderDetails.authorize_scopes',
      value: ({ ProviderDetails }) => {
        const { authorize_scopes: scopes } = (ProviderDetails ?? {}) as { authorize_scopes?: string };
        return scopes?.split(/[\s,]+/).filter(Boolean);
      },
    },
    absent: [],
    values: textList('openid'),
    set: {
      operation: 'UpdateIdentityProvider',
      member: 'ProviderDetails.authorize_scopes',
      write: (input, value) => setMember(input, 'ProviderDetails.authorize_scopes', (value as string[]).join(' ')),
    },
  },
  {
    name: 'attribute mapping',
    label: 'Attribute mapping',
    of: 'identity provider',
    read: { operation: 'DescribeIdentityProvider', member: 'AttributeMapping' },
    absent: {},
    evidence: 'documented: only what was set',
    values: table({ Email: 'email' }, (label) => (label === 'username' ? label : anyAttributeName(label))),
    set: {
      operation: 'UpdateIdentityProvider',
      member: 'AttributeMapping',
      write: (input, value) => {
        input.AttributeMapping = { ...(value as Members) };
      },
    },
    place,
  },
];
