/** Error codes of failed connections: nothing was sent. */
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
 * Whether a failed call may have taken effect: its answer was lost, truncated or late, or was an internal error. A
 * refusal (HTTP 4xx, throttling included) and a failed connection prove that it had no effect.
 */
export function isOutcomeUnknown(error: unknown): boolean {
  const { name = '', code = '', message = '', $metadata, $response } = (error ?? {}) as SdkError;
  if (neverSent.has(code) || neverSigned.has(name) || /region is missing/i.test(message)) return false;
  const status = $response?.statusCode ?? $metadata?.httpStatusCode;
  return status === undefined || status < 400 || status >= 500 || status === 408;
}
