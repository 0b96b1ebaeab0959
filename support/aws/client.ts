import {
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
} from '@aws-sdk/client-cognito-identity-provider';
import { answerFrom, type Answerer } from './middleware/answer-from';
import { logCalls, type Call } from './middleware/call-log';
import { checkAnswers } from './middleware/check-answer';
import { keepUnknown } from './middleware/keep-unknown';
import { addLayers, type Layer } from './middleware/layer';
import { noUnsafeRetries } from './middleware/no-unsafe-retries';
import { limitProvisioning } from './middleware/provision-limits';
import { limitRate, type Quota } from './middleware/rate-limit';
import { readOnly } from './middleware/read-only';
import { callTimeout } from './middleware/call-timeout';
import { boundAnswers, Transport } from './middleware/transport';

/** Time limits, in milliseconds. */
export interface Bounds {
  connect: number;
  /** One attempt, up to the last byte of its answer. */
  attempt: number;
  /**
   * A call with all its attempts. Unlimited if absent, for calls that wait for the rate limiter, which have a limit
   * elsewhere.
   */
  call?: number;
  /** Attempts per call, unless AWS_MAX_ATTEMPTS is set. */
  attempts: number;
}

export const bounds: Bounds = { connect: 5_000, attempt: 10_000, call: 20_000, attempts: 4 };

/** An access key, with the session token of temporary credentials. */
export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

export interface ClientOptions {
  /** Overrides the region of AWS's own configuration. */
  region?: string;
  /** Overrides the credentials of AWS's own configuration: those of an assumed role. */
  credentials?: Credentials;
  bounds?: Bounds;
  /** Aborts all calls. */
  signal?: AbortSignal;
  /** Receives every call. */
  calls?: Call[];
  /** Refuses every operation that writes. */
  readOnly?: boolean;
  /** Limits users and recipients in a run on a real account. */
  limitProvisioning?: boolean;
  /** Stays below the request rate quotas of an account. */
  quota?: Quota;
  /** Keeps members of answers that the SDK does not know. */
  unknownMembers?: boolean;
}

/** The middlewares of a client that calls an endpoint, from the outermost to the innermost. */
export function endpointLayers(options: ClientOptions): Layer[] {
  const { calls, signal, quota, bounds: limits = bounds } = options;
  const [neverTwiceACall, neverTwiceAnAttempt] = noUnsafeRetries;
  return [
    // Once per call:
    logCalls(calls),
    options.readOnly && readOnly,
    options.limitProvisioning && limitProvisioning(),
    checkAnswers,
    callTimeout(limits.call, signal),
    neverTwiceACall,
    // Here the SDK builds the request and starts its attempts. Once per attempt:
    quota && limitRate(quota),
    neverTwiceAnAttempt,
    options.unknownMembers && keepUnknown,
    // Here the SDK parses the body.
    boundAnswers(limits.attempt),
  ].filter((layer) => typeof layer === 'object');
}

/** The configuration of every client, in addition to AWS's own: time limits and retries. */
export function clientConfig({ region, credentials, bounds: limits = bounds }: ClientOptions) {
  return {
    ...(region && { region }),
    ...(credentials && { credentials }),
    ...(process.env.AWS_MAX_ATTEMPTS ? {} : { maxAttempts: limits.attempts }),
    requestHandler: new Transport({
      connectionTimeout: limits.connect,
      requestTimeout: limits.attempt,
      throwOnRequestTimeout: true,
    }),
  };
}

/** The SDK filters every input and output for a logger that has methods, also where these do nothing. */
const silent = {} as CognitoIdentityProviderClientConfig['logger'];

/** Spares each client of a class agents for connections that it never makes. */
const nowhere = { handle: () => Promise.reject(new Error('This client has no endpoint.')) };

/** A client whose calls are answered without an endpoint. */
export function createAnsweredClient(
  answerer: Answerer,
  { calls, readOnly: only, region }: Pick<ClientOptions, 'calls' | 'readOnly' | 'region'>,
): CognitoIdentityProviderClient {
  // No request is built, so that neither region nor credentials are looked up.
  const client = new CognitoIdentityProviderClient({
    region: region ?? 'us-east-1',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    requestHandler: nowhere,
    logger: silent,
  });
  addLayers(client, [logCalls(calls), ...(only ? [readOnly] : []), answerFrom(answerer)]);
  return client;
}
