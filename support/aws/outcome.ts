import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';

/** No connection was made, so that nothing can have been done. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const neverSigned = new Set(['CredentialsProviderError', 'TokenProviderError']);

/** Doing these twice comes to the same as doing them once. */
const repeatable =
  /^(Describe|Get|List|Delete|Update|AdminSetUserPasswordCommand$|InitiateAuthCommand$|SetUserPoolMfaConfig)/;

interface SdkError {
  name?: string;
  code?: string;
  message?: string;
  $metadata?: { httpStatusCode?: number };
  $response?: { statusCode?: number };
}

/**
 * Whether a call that failed may have been carried out all the same: the answer was lost, cut off, late, or an internal
 * error. A refusal (HTTP 4xx, throttling among them) and a connection that never stood say that nothing was done.
 */
export function isOutcomeUnknown(error: unknown): boolean {
  const { name = '', code = '', message = '', $metadata, $response } = (error ?? {}) as SdkError;
  if (neverSent.has(code) || neverSigned.has(name) || /region is missing/i.test(message)) return false;
  const status = $response?.statusCode ?? $metadata?.httpStatusCode;
  return status === undefined || status < 400 || status >= 500 || status === 408;
}

/** Hides an error from the SDK's retries. */
class NotAgain extends Error {
  constructor(readonly hidden: unknown) {
    super('An operation that must not be done twice came to an unknown end.');
  }
}

/**
 * Keeps the SDK from repeating what may have been done: a pool created twice is one pool too many, and a visitor who
 * signs up twice is told that the name is taken. Where nothing was done, throttling for one, it retries as ever.
 */
export function neverTwice(client: CognitoIdentityProviderClient): void {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        try {
          return await next(args);
        } catch (error) {
          throw !repeatable.test(commandName) && isOutcomeUnknown(error) ? new NotAgain(error) : error;
        }
      },
    // Within each attempt.
    { step: 'deserialize', priority: 'high', name: 'neverTwice' },
  );
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        throw error instanceof NotAgain ? error.hidden : error;
      }
    },
    // Around all attempts.
    { step: 'initialize', priority: 'high', name: 'showHidden' },
  );
}
