import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
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

/** How long things may take, in milliseconds. */
export interface Bounds {
  connect: number;
  /** One attempt, to the last byte of its answer. */
  attempt: number;
  /** A call with all its attempts. Without an end of its own where there is none: whoever waits for a quota has another. */
  call?: number;
  /** How often a call is tried, unless AWS_MAX_ATTEMPTS says otherwise. */
  attempts: number;
}

export const bounds: Bounds = { connect: 5_000, attempt: 10_000, call: 20_000, attempts: 4 };

/** A key, and what goes with one that is temporary. */
export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

export interface ClientOptions {
  /** Instead of the one that AWS's own chain finds. */
  region?: string;
  /** Instead of the chain's: those of a role that was assumed. */
  credentials?: Credentials;
  bounds?: Bounds;
  /** Ends all calls. */
  signal?: AbortSignal;
  /** Filled as calls are made. */
  calls?: Call[];
  /** Refuses what does not only read. */
  readOnly?: boolean;
  /** Holds the client to what is announced before a run on a real account. */
  limitProvisioning?: boolean;
  /** Keeps under the quotas of an account. */
  quota?: Quota;
  /** Keeps the members of answers that the SDK does not know. */
  unknownMembers?: boolean;
}

/** The layers around a client's calls that go to an endpoint, from the caller to the network. */
export function endpointLayers(options: ClientOptions): Layer[] {
  const { calls, signal, quota, bounds: limits = bounds } = options;
  const [neverTwiceACall, neverTwiceAnAttempt] = noUnsafeRetries;
  return [
    // Once a call:
    logCalls(calls),
    options.readOnly && readOnly,
    options.limitProvisioning && limitProvisioning(),
    checkAnswers,
    callTimeout(limits.call, signal),
    neverTwiceACall,
    // Here the SDK builds the request, and begins its attempts. Once an attempt:
    quota && limitRate(quota),
    neverTwiceAnAttempt,
    options.unknownMembers && keepUnknown,
    // Here the SDK reads the body.
    boundAnswers(limits.attempt),
  ].filter((layer) => typeof layer === 'object');
}

/** What any client of ours is configured with beside AWS's own chain: an end to waiting. */
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

/** A client whose calls something else than an endpoint answers. */
export function createAnsweredClient(
  answerer: Answerer,
  { calls, readOnly: only, region }: Pick<ClientOptions, 'calls' | 'readOnly' | 'region'>,
): CognitoIdentityProviderClient {
  // No request is ever built: neither region nor credentials are looked for.
  const client = new CognitoIdentityProviderClient({
    region: region ?? 'us-east-1',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
  });
  addLayers(client, [logCalls(calls), ...(only ? [readOnly] : []), answerFrom(answerer)]);
  return client;
}
