/**
 * The settings of a pool, normalized from AWS's answers: without order, dates and other values that change without
 * any action of the owner.
 */
import { redactSecret, redactProviderDetails } from './redact-values';
import { isObject, normalize, type Json, type NormalizeMode } from './normalize';

export const parts = ['UserPool', 'UserPoolClients', 'Domains', 'IdentityProviders', 'MfaConfig'] as const;

/** A part of a pool: the first name of its paths. */
export type Part = (typeof parts)[number];

/** AWS's answers by part. A part that could not be read is absent. Items are keyed by name. */
export interface Answers {
  UserPool?: object;
  UserPoolClients?: Record<string, object>;
  Domains?: Record<string, object>;
  IdentityProviders?: Record<string, object>;
  MfaConfig?: object;
}

export type Settings = Partial<Record<Part, Json>>;

/** Members that change without any action of the owner, are redundant, or belong to another part. */
const left = {
  UserPool: [
    'Id',
    'Arn',
    'CreationDate',
    'LastModifiedDate',
    'EstimatedNumberOfUsers',
    // Not returned by AWS: an emulator repeats the request.
    'PoolName',
    'UserPoolId',
    'Domain',
    'CustomDomain',
  ],
  UserPoolClients: ['ClientId', 'UserPoolId', 'CreationDate', 'LastModifiedDate'],
  Domains: ['Domain', 'UserPoolId', 'AWSAccountId', 'Version', 'S3Bucket'],
  IdentityProviders: ['ProviderName', 'UserPoolId', 'CreationDate', 'LastModifiedDate'],
};

type Members = Record<string, unknown>;

/** The settings in AWS's answers. A part that was not read is absent, which differs from an empty one. */
export function settingsOf(answers: Answers, how: NormalizeMode = 'meaning'): Settings {
  const pool = answers.UserPool && poolSettings(answers.UserPool as Members, how);
  const made: Partial<Record<Part, unknown>> = {
    UserPool: pool,
    UserPoolClients: each(answers.UserPoolClients, clientSettings),
    Domains: each(answers.Domains, domainSettings),
    IdentityProviders: each(answers.IdentityProviders, providerSettings),
    MfaConfig: answers.MfaConfig,
  };
  return Object.fromEntries(
    Object.entries(made).flatMap(([part, value]) => (value === undefined ? [] : [[part, normalize(value, how) ?? {}]])),
  );
}

const without = (members: Members, names: readonly string[]): Members =>
  Object.fromEntries(Object.entries(members).filter(([name]) => !names.includes(name)));

const each = (items: Record<string, object> | undefined, make: (item: Members) => Members): Members | undefined =>
  items && Object.fromEntries(Object.entries(items).map(([name, item]) => [name, make(item as Members)]));

function poolSettings(pool: Members, how: NormalizeMode): Members {
  const settings = without(pool, left.UserPool);
  const { SchemaAttributes } = settings;
  return Array.isArray(SchemaAttributes) ? { ...settings, SchemaAttributes: byName(SchemaAttributes, how) } : settings;
}

/** AWS manages `identities`: it exists in newer pools only, and nobody can set it. */
const byName = (attributes: unknown[], how: NormalizeMode): Members =>
  Object.fromEntries(
    attributes
      .filter(isObject)
      .map(({ Name, ...attribute }) => [String(Name), attribute] as const)
      .filter(([name]) => how === 'exact' || name !== 'identities'),
  );

function clientSettings(client: Members): Members {
  const settings = without(client, left.UserPoolClients);
  return settings.ClientSecret ? { ...settings, ClientSecret: redactSecret(settings.ClientSecret) } : settings;
}

/** A transitional status is not a setting; a failed one is. */
const transientStates = ['CREATING', 'UPDATING', 'ACTIVE'];

const domainSettings = (domain: Members): Members =>
  without(domain, [...left.Domains, ...(transientStates.includes(String(domain.Status)) ? ['Status'] : [])]);

function providerSettings(provider: Members): Members {
  const settings = without(provider, left.IdentityProviders);
  if (!isObject(settings.ProviderDetails)) return settings;
  const details = redactProviderDetails(settings.ProviderDetails);
  // Scopes are a set in one string, separated by spaces or commas.
  if (typeof details.authorize_scopes === 'string')
    details.authorize_scopes = details.authorize_scopes.split(/[\s,]+/).filter(Boolean);
  return { ...settings, ProviderDetails: details };
}
