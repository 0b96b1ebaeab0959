import { createHash } from 'node:crypto';
import { maskAccount, maskEmail } from '../../common/text/mask';

/**
 * Tells what was masked from something else that is masked alike, so that one in the place of the other is still a
 * difference. Too short to find out by trying what it is of: of 65,536 things one has the same.
 */
const fingerprint = (redactions: string): string =>
  `(${createHash('sha256').update(redactions).digest('hex').slice(0, 4)})`;

/** Replaces a secret by a fingerprint. Its presence and its changes are settings; its value is not reported. */
export const redactSecret = (secret: unknown): string => `set, not shown ${fingerprint(String(secret))}`;

/**
 * The documented details of identity providers that are no secrets. Any other may be one, and only that it is there
 * is told: AWS may add details, and a secret that was written down once is lost.
 */
const publicDetails = new Set([
  'client_id',
  'team_id',
  'key_id',
  'api_version',
  'authorize_scopes',
  'authorize_url',
  'token_url',
  'token_request_method',
  'attributes_url',
  'attributes_url_add_attributes',
  'attributes_request_method',
  'jwks_uri',
  'oidc_issuer',
  'MetadataURL',
  'MetadataFile',
  'IDPSignout',
  'IDPInit',
  'RequestSigningAlgorithm',
  'EncryptedResponses',
  'SSORedirectBindingURI',
  'SLORedirectBindingURI',
  'ActiveEncryptionCertificate',
]);

/** The details of an identity provider, with redacted secrets. */
export const redactProviderDetails = (details: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, publicDetails.has(name) ? value : redactSecret(value)]),
  );

/** What is redacted, and what replaces it. No replacement matches a pattern again: redaction is idempotent. */
const redactions: [RegExp, (found: string) => string][] = [
  // Credentials within a URL.
  [/(?<=:\/\/)[^/?#\s]+(?=@)/g, () => '***'],
  // Telephone numbers in E.164, as AWS writes them.
  [/\+[1-9]\d{7,14}(?!\d)/g, (telephone) => `+*******${telephone.slice(-4)}`],
  [/(?<![\w.+%-])[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g, maskEmail],
  [/(?<!\d)\d{12}(?!\d)/g, maskAccount],
];

/** Masks accounts, mail addresses, telephone numbers and credentials in a text, each with a fingerprint. */
export const redactText = (text: string): string =>
  redactions.reduce(
    (open, [pattern, mask]) => open.replace(pattern, (found) => `${mask(found)} ${fingerprint(found)}`),
    text,
  );
