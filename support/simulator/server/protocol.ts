import { isKnownOperation, hasOutput } from './operation-traits';
import { header, type Reply, type Request } from './http';
import { CognitoError } from '../cognito/errors';

const contentType = 'application/x-amz-json-1.1';
const target = /^AWSCognitoIdentityProviderService\.(\w{1,128})$/;

/**
 * Which operation of AWS's JSON 1.1 protocol is called.
 *
 * @throws CognitoError `UnknownOperationException`, without a text. Measured by others on a sister service of the
 * same protocol, 2026; unverified for Cognito.
 */
export function operationOf({ headers }: Request): string {
  const operation = target.exec(header(headers, 'x-amz-target') ?? '')?.[1];
  if (operation === undefined || !isKnownOperation(operation)) throw new CognitoError('UnknownOperationException', '');
  return operation;
}

/** Whether the content type is the protocol's; with another one AWS does not find the service at all. */
export function speaksProtocol({ headers }: Request): boolean {
  const type = header(headers, 'content-type')?.split(';')[0]?.trim().toLowerCase();
  return type === contentType || type === 'application/json';
}

/** What AWS answers to a POST of another content type (measured by others on a sister service, 2026). */
export const unknownProtocol: Reply = {
  status: 404,
  headers: { 'Content-Type': 'application/xml' },
  body: '<UnknownOperationException/>\n',
};

/**
 * A success. An operation without an output in AWS's model answers 0 bytes, one with an empty output `{}`:
 * the rule fits every one of the thirteen that were recorded from AWS 2026-09.
 */
export function success(operation: string, output: Record<string, unknown>, requestId: string): Reply {
  const body = hasOutput(operation) ? JSON.stringify(onTheWire(output)) : '';
  return { status: 200, headers: { 'Content-Type': contentType, 'x-amzn-RequestId': requestId }, body };
}

/** A refusal, with the three headers by which AWS repeats it (recorded from AWS; the colon is theirs). */
export function failure({ code, message, status }: CognitoError, requestId: string): Reply {
  return {
    status,
    headers: {
      'Content-Type': contentType,
      'x-amzn-RequestId': requestId,
      'x-amzn-ErrorType': `${code}:`,
      ...(fitsHeader(message) && { 'x-amzn-ErrorMessage': message }),
    },
    body: JSON.stringify({ __type: code, ...(message !== '' && { message }) }),
  };
}

/** A text may repeat what the caller sent, and a header holds neither line breaks nor every script. */
const fitsHeader = (text: string): boolean => /^[\x20-\x7e]{1,1024}$/.test(text);

/** Times as AWS writes them in JSON: epoch seconds, with milliseconds as a fraction. */
function onTheWire(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(onTheWire);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, onTheWire(member)]));
}
