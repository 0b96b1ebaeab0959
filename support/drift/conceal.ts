import { createHash } from 'node:crypto';
import { maskAccounts, maskEmail } from '../aws/mask';

/** Stands for a secret: that there is one is a setting, what it is, is not. */
export const concealed = '(set, not shown)';

/**
 * The documented details of identity providers that are no secrets. Any other may be one, and only that it is there
 * is told: AWS may add details, and a secret that was written down once is lost.
 */
const openDetails = new Set([
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

/** An identity provider's details with their secrets concealed. */
export const openProviderDetails = (details: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(details).map(([name, value]) => [name, openDetails.has(name) ? value : concealed]));

/** As AWS wants telephone numbers: E.164. */
const telephone = /\+[1-9]\d{3,10}(?=\d{4}(?!\d))/g;

const address = /[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g;

/**
 * A text that can be kept and shown: accounts, mail addresses and telephone numbers masked, credentials in web addresses left out. A masked
 * address carries eight digits of its hash, so that one address in the place of another is still a difference.
 */
export const concealText = (text: string): string =>
  maskAccounts(
    text
      .replace(/(:\/\/)[^/?#\s@]*@/g, '$1***@')
      .replace(telephone, '+*******')
      .replace(address, (found) => `${maskEmail(found)} (${fingerprint(found)})`),
  );

const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);
