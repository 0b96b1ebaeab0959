import { createHash } from 'node:crypto';
import { CognitoError } from '../cognito/errors';

/** Who signed a request and for which region, as the scope of the signature says. */
export interface Credential {
  accessKeyId: string;
  region: string;
}

/**
 * Reads an Authorization header of Signature Version 4. The signature itself is not checked: the sandbox knows no
 * secret keys, and any will do.
 *
 * @param authorization the header, if there was one
 * @param hasDate whether the request has a header X-Amz-Date or Date; where it has none, a refusal says so, too
 * @throws CognitoError `MissingAuthenticationTokenException` or `IncompleteSignatureException`, recorded from AWS
 * 2026-09; the texts of the latter are AWS's general ones, and that on the date was recorded of Cognito in 2026
 */
export function readCredential(authorization: string | undefined, hasDate = true): Credential {
  if (authorization === undefined)
    throw new CognitoError('MissingAuthenticationTokenException', 'Missing Authentication Token');
  const parameters = readParameters(authorization);
  const missing = ['Credential', 'Signature', 'SignedHeaders'].filter((name) => !parameters.get(name));
  if (missing.length > 0) {
    const date = "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.";
    const wanted = [
      ...missing.map((name) => `Authorization header requires '${name}' parameter.`),
      ...(hasDate ? [] : [date]),
    ].join(' ');
    throw incomplete(`${wanted} (Hashed with SHA-256 and encoded with Base64) Authorization=${hash(authorization)}`);
  }
  return readScope(parameters.get('Credential') ?? '');
}

function readParameters(authorization: string): Map<string, string> {
  const pairs = authorization
    .replace(/^\S+\s*/, '')
    .split(/[\s,]+/)
    .filter((pair) => pair !== '');
  if (!pairs.every((pair) => pair.includes('=')))
    throw incomplete(
      'Invalid key=value pair (missing equal-sign) in Authorization header ' +
        `(hashed with SHA-256 and encoded with Base64): '${hash(authorization)}'.`,
    );
  return new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}

function readScope(credential: string): Credential {
  const [accessKeyId = '', , region = '', service, term, ...more] = credential.split('/');
  if (term === undefined || more.length > 0 || accessKeyId === '' || !/^[a-z0-9-]{1,32}$/.test(region))
    throw incomplete(
      'Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, ' +
        `got '${credential}'.`,
    );
  if (service !== 'cognito-idp' || term !== 'aws4_request')
    throw new CognitoError(
      'InvalidSignatureException',
      "Credential should be scoped to correct service: 'cognito-idp'. ",
    );
  return { accessKeyId, region };
}

/** AWS repeats the header hashed, and so does this: it is a credential. */
const hash = (text: string) => createHash('sha256').update(text).digest('base64');

const incomplete = (message: string) => new CognitoError('IncompleteSignatureException', message);
