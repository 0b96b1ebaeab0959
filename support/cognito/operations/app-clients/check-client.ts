import type {
  CreateUserPoolClientCommandInput,
  TimeUnitsType,
  UpdateUserPoolClientCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { CognitoError, invalidParameter } from '../../errors';
import type { PoolRecord } from '../../records';
import { unlessZero } from '../../unless-zero';

type Sent = Partial<CreateUserPoolClientCommandInput> & Partial<UpdateUserPoolClientCommandInput>;

/**
 * What Cognito asks of a client's settings beyond the model.
 *
 * @throws CognitoError with AWS's text where one is known
 */
export function checkClient(sent: Sent, pool: PoolRecord, confidential: boolean): void {
  checkFlows(sent);
  checkValidity(sent);
  checkAttributes(sent, pool);
  checkOAuth(sent, confidential);
  checkProviders(sent, pool);
}

/** Documented; the text is unverified against AWS. */
function checkFlows({ ExplicitAuthFlows: flows = [] }: Sent): void {
  const current = flows.filter((flow) => flow.startsWith('ALLOW_'));
  if (current.length && current.length < flows.length)
    throw invalidParameter('Cannot mix the old and the new ExplicitAuthFlows: use only values that start with ALLOW_.');
}

const seconds: Record<TimeUnitsType, number> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** Access and id tokens 5 minutes to 1 day, in hours by default; refresh tokens 1 hour to 10 years, in days. */
function checkValidity(sent: Sent): void {
  const units = sent.TokenValidityUnits ?? {};
  const ranges = [
    [sent.AccessTokenValidity, units.AccessToken ?? 'hours', 300, 86_400],
    [sent.IdTokenValidity, units.IdToken ?? 'hours', 300, 86_400],
    [unlessZero(sent.RefreshTokenValidity, undefined), units.RefreshToken ?? 'days', 3600, 3650 * 86_400],
  ] as const;
  for (const [value, unit, least, most] of ranges) {
    if (value === undefined) continue;
    const length = value * seconds[unit];
    if (length < least || length > most) throw invalidParameter('Invalid range for token validity.');
  }
}

function checkAttributes({ ReadAttributes, WriteAttributes }: Sent, { schema }: PoolRecord): void {
  const known = new Set(schema.map(({ Name }) => Name));
  if (ReadAttributes?.some((name) => !known.has(name)))
    // Unverified against AWS: by analogy with the one for write attributes.
    throw invalidParameter('Invalid read attributes specified while creating a client');
  const lacksRequired = schema.some(({ Name = '', Required, Mutable }) => {
    return Required && Mutable && !WriteAttributes?.includes(Name);
  });
  // Recorded from AWS 2026-09 for a required attribute that is missing.
  if (WriteAttributes && (lacksRequired || WriteAttributes.some((name) => !known.has(name))))
    throw invalidParameter('Invalid write attributes specified while creating a client');
}

/** Documented rules; of the texts none is verified against AWS. */
function checkOAuth(sent: Sent, confidential: boolean): void {
  const flows = sent.AllowedOAuthFlows ?? [];
  if (flows.includes('client_credentials') && (flows.length > 1 || !confidential))
    throw new CognitoError(
      'InvalidOAuthFlowException',
      flows.length > 1
        ? 'client_credentials flow can not be selected along with code flow or implicit flow.'
        : 'client_credentials flow can not be selected if client does not have a client secret.',
    );
  for (const url of [...(sent.CallbackURLs ?? []), ...(sent.LogoutURLs ?? [])]) checkUrl(url);
  if (sent.DefaultRedirectURI !== undefined && !sent.CallbackURLs?.includes(sent.DefaultRedirectURI))
    throw invalidParameter('DefaultRedirectURI must be in the CallbackURLs list.');
}

function checkUrl(text: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isLocal = url && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (!url || (url.protocol === 'http:' && !isLocal)) throw invalidParameter(`${text} cannot use the HTTP protocol.`);
  if (url.hash || text.includes('#')) throw invalidParameter(`${text} cannot contain a fragment.`);
}

/** The text is unverified against AWS. */
function checkProviders({ SupportedIdentityProviders = [] }: Sent, pool: PoolRecord): void {
  for (const name of SupportedIdentityProviders)
    if (name !== 'COGNITO' && !pool.identityProviders.has(name))
      throw invalidParameter(`The provider ${name} does not exist for User Pool ${pool.id}.`);
}
