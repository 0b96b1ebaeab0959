import type { CreateUserPoolCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import { exampleAccount } from '../settings/arn';
import type { Members } from '../settings';
import type { Draft } from './draft';
import type { Plan } from './plan';
import { suited } from './planned-user';

/** Adds what the console adds when the pool is created. */
export function completePlan(draft: Draft, poolName?: string): Plan {
  const { initialClient, identityProviders, resourceServers, groups, users } = draft;
  const pool: CreateUserPoolCommandInput = {
    ...draft.pool,
    // Without a name from the learner, the present console generates one.
    PoolName: draft.pool.PoolName === undefined ? 'User pool - lab001' : (poolName ?? draft.pool.PoolName),
  };
  const appClients = [...(initialClient.ClientName === undefined ? [] : [initialClient]), ...draft.appClients];
  return {
    pool,
    ...mfaOf(draft, pool),
    ...(isSet(draft.risk) && { risk: draft.risk }),
    ...(isSet(draft.logDelivery) && { logDelivery: draft.logDelivery as never }),
    domains: domainsOf(draft.domain) as never[],
    identityProviders: identityProviders.map(withDetails) as never[],
    resourceServers: resourceServers as never[],
    appClients: appClients as never[],
    groups: groups as never[],
    users: users.map((user, at) => suited(user, pool, at)),
  };
}

const isSet = (input: Members): boolean => Object.keys(input).length > 0;

/** AWS wants a method with MFA; the console starts with authenticator apps. */
function mfaOf({ mfa }: Draft, pool: CreateUserPoolCommandInput): Pick<Plan, 'mfa'> {
  const { MfaConfiguration = 'OFF', ...methods } = mfa;
  if (MfaConfiguration === 'OFF') return {};
  const { SmsConfiguration, SmsAuthenticationMessage } = pool;
  const { SmsMfaConfiguration: sms, ...others }: Members = isSet(methods)
    ? methods
    : { SoftwareTokenMfaConfiguration: { Enabled: true } };
  const withRole = sms !== undefined && { SmsMfaConfiguration: { SmsConfiguration, SmsAuthenticationMessage } };
  return { mfa: { MfaConfiguration, ...others, ...withRole } as Plan['mfa'] };
}

/** A prefix and a domain of one's own are two domains. */
function domainsOf({ Domain, CustomDomain, ManagedLoginVersion }: Members): Members[] {
  const version = ManagedLoginVersion === undefined ? {} : { ManagedLoginVersion };
  const certificate = `arn:aws:acm:us-east-1:${exampleAccount}:certificate/11111111-2222-3333-4444-555555555555`;
  return [
    ...(Domain === undefined ? [] : [{ Domain, ...version }]),
    ...(CustomDomain === undefined
      ? []
      : [{ Domain: CustomDomain, CustomDomainConfig: { CertificateArn: certificate }, ...version }]),
  ];
}

/** What AWS asks of each type of provider, where the solution leaves it open. */
const details: Record<string, Members> = {
  SAML: {},
  OIDC: { client_id: 'lab', client_secret: 'lab', authorize_scopes: 'openid', attributes_request_method: 'GET' },
};

const withDetails = (provider: Members): Members => ({
  ...provider,
  ProviderDetails: {
    ...(details[String(provider.ProviderType)] ?? {
      client_id: 'lab',
      client_secret: 'lab',
      authorize_scopes: 'email',
    }),
    ...(provider.ProviderDetails as Members | undefined),
  },
});
