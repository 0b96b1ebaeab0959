import { CouldNotLook } from '../common/could-not-look';
import { maskAccounts } from '../common/text/mask';
import { deniedReason, deniedRemedy } from './permissions';
import { quote, shorten } from '../common/text/shorten';

/** The destination of a call, for messages. */
export interface CallSite {
  /** The name of the operation. */
  operation: string;
  userPoolId?: string;
  region?: string;
  /** The endpoint, if it is not AWS's own. */
  endpoint?: string;
}

interface AwsError {
  name?: string;
  code?: string;
  message?: string;
  $metadata?: { httpStatusCode?: number };
  $response?: { statusCode?: number };
}

/** Error names with which AWS denies a call for a missing permission. */
const denied = new Set(['AccessDeniedException', 'AccessDenied', 'UnauthorizedOperation']);

/** Cognito uses the first name, AWS's generic front end the others (facts on throttling: both must be known). */
const throttled = new Set(['TooManyRequestsException', 'ThrottlingException', 'Throttling']);

/** Whether AWS throttled the call. */
export const isThrottled = (error: unknown): boolean => throttled.has((error as AwsError | undefined)?.name ?? '');

const badCredentials = new Set([
  'CredentialsProviderError',
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'MissingAuthenticationTokenException',
  'IncompleteSignatureException',
  'TokenProviderError',
]);

const expired = new Set(['ExpiredTokenException', 'ExpiredToken', 'RequestExpired']);

const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN']);

/**
 * Explains to a learner why a call failed, and what to do about it.
 *
 * @param error the error of the SDK
 */
export function explain(error: unknown, site: CallSite): CouldNotLook {
  if (error instanceof CouldNotLook) return error;
  const { name = '', code = '', message: said = '', $metadata, $response } = (error ?? {}) as AwsError;
  const message = maskAccounts(shorten(said));
  const status = $response?.statusCode ?? $metadata?.httpStatusCode;
  const { operation } = site;
  const { AWS_PROFILE } = process.env;
  const where = site.endpoint ?? (site.region ? `Cognito in ${site.region}` : 'Cognito');
  const could = (what: string, remedy: string, affectsAllChecks = false): CouldNotLook =>
    new CouldNotLook(what, remedy, affectsAllChecks, { cause: error });

  if (denied.has(name)) return could(deniedReason(operation), `${deniedRemedy(operation)} AWS says: ${message}`);
  if (isThrottled(error))
    return could(
      `${operation} was throttled (${name}) until the retries were used up.`,
      'Wait a minute, and run it again.',
    );
  if (expired.has(name))
    return could(
      'The AWS credentials have expired.',
      'Sign in again, for example with "aws sso login", and run it again.',
      true,
    );
  if (name === 'CredentialsProviderError' || name === 'TokenProviderError')
    return could(
      `No AWS credentials were found${AWS_PROFILE ? ` in the profile ${quote(AWS_PROFILE)}` : ''}.`,
      'Configure them with "aws configure", AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and run it again.',
      true,
    );
  if (badCredentials.has(name))
    return could(
      `AWS does not accept the credentials (${name}).`,
      'Check AWS_PROFILE or the access key in use with "aws sts get-caller-identity".',
      true,
    );
  if (/region is missing/i.test(message))
    return could(
      'No AWS region is configured.',
      'Set AWS_REGION, for example AWS_REGION=us-east-1, or set a region in your AWS profile.',
      true,
    );
  if (/region not accepted/i.test(message)) {
    const { source, value } = configured('AWS_REGION');
    return could(
      `The AWS region${value} from ${source} is not the name of a region.`,
      'Correct it: the name of a region is like us-east-1.',
      true,
    );
  }
  if (/^invalid url/i.test(message)) {
    const { source, value } = configured(endpointVariable(operation), 'AWS_ENDPOINT_URL');
    return could(
      `The endpoint${value} from ${source} is not a URL.`,
      'Correct it: an endpoint is like http://127.0.0.1:5229. Remove it to use AWS itself.',
      true,
    );
  }
  if (name === 'ResourceNotFoundException' && !/client/i.test(message))
    return could(
      `There is no user pool ${site.userPoolId ? `${site.userPoolId} ` : ''}in ${site.region ?? 'this region'}.`,
      'Compare the id with "User pool ID" in the console, and check that the credentials are of the account of the pool.',
      true,
    );
  if (unreachable.has(code) || unreachable.has(name))
    return could(
      `${where} cannot be reached (${code || name}).`,
      site.endpoint
        ? 'Start the server at this address, or correct AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER or AWS_ENDPOINT_URL.'
        : 'Check the network connection and the region.',
      true,
    );
  if (name === 'TimeoutError' || name === 'AbortError')
    return could(
      `${where} did not answer ${operation} in time.`,
      'Check the network connection and the endpoint, and run it again.',
      true,
    );
  if (name === 'SyntaxError' || /deserialization error|unexpected token/i.test(message))
    return could(
      `${where} answered ${operation} with something that is not Cognito's${status ? ` (HTTP ${status})` : ''}.`,
      'Check AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER and AWS_ENDPOINT_URL: another service answers at this address.',
      true,
    );
  if (status !== undefined && status >= 500)
    return could(
      `${where} answered ${operation} with an internal error (HTTP ${status}).`,
      'Run it again in a few minutes.',
    );
  return could(
    `${operation} failed: ${name ? `${shorten(name, 80)}: ` : ''}${message}`,
    'Search the AWS documentation of this operation for the message, correct the cause, and run it again.',
  );
}

/** Where a setting of AWS's comes from: a variable and its value, or else the profile, which only the SDK has read. */
function configured(...names: string[]): { source: string; value: string } {
  const name = names.find((each) => process.env[each]);
  if (name !== undefined) return { source: name, value: ` ${quote(process.env[name])}` };
  const { AWS_PROFILE = 'default' } = process.env;
  return { source: `the AWS profile ${quote(AWS_PROFILE)}`, value: '' };
}

const endpointVariable = (operation: string): string =>
  /^(AssumeRole|GetCallerIdentity)$/.test(operation)
    ? 'AWS_ENDPOINT_URL_STS'
    : 'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER';
