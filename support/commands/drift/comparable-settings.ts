/** What a pool is set to: what AWS answered, made comparable. Order and what moves by itself are gone. */
import { redactSecret, redactProviderDetails } from './redact-values';
import { isObject, normalize, type Json, type NormalizeMode } from './normalize';

export const parts = ['UserPool', 'UserPoolClients', 'Domains', 'IdentityProviders', 'MfaConfig'] as const;

/** A part of a pool, by the name that its paths begin with. */
export type Part = (typeof parts)[number];

/** What AWS answered of each part; a part is absent where it could not be read. Items are by their names. */
export interface Answers {
  UserPool?: object;
  UserPoolClients?: Record<string, object>;
  Domains?: Record<string, object>;
  IdentityProviders?: Record<string, object>;
  MfaConfig?: object;
}

export type Settings = Partial<Record<Part, Json>>;

/** What moves by itself, says nothing new, or is in another part. */
const left = {
  UserPool: [
    'Id',
    'Arn',
    'CreationDate',
    'LastModifiedDate',
    'EstimatedNumberOfUsers',
    // Not AWS's: an emulator repeats what it was asked for.
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

/** The settings that answers of AWS's amount to. A part that was not read has none, which is not the same as empty. */
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

/** `identities` is AWS's own: older pools have none, newer ones do, and nobody can set it. */
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

/** On its way to where it was sent is no setting; stuck is. */
const transientStates = ['CREATING', 'UPDATING', 'ACTIVE'];

const domainSettings = (domain: Members): Members =>
  without(domain, [...left.Domains, ...(transientStates.includes(String(domain.Status)) ? ['Status'] : [])]);

function providerSettings(provider: Members): Members {
  const settings = without(provider, left.IdentityProviders);
  if (!isObject(settings.ProviderDetails)) return settings;
  const details = redactProviderDetails(settings.ProviderDetails);
  // Scopes are a set, although they are written as a text: by spaces or by commas.
  if (typeof details.authorize_scopes === 'string')
    details.authorize_scopes = details.authorize_scopes.split(/[\s,]+/).filter(Boolean);
  return { ...settings, ProviderDetails: details };
}
