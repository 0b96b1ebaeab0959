/** No connection was made, so that nothing can have been done. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const neverSigned = new Set(['CredentialsProviderError', 'TokenProviderError']);

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
