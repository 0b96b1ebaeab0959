import { CognitoIdentityProviderClient, ListUserPoolsCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { Sendable } from './middleware/call-log';
import { checkAnswers } from './middleware/check-answer';
import { neverTwice } from './outcome';

/** How long connecting, one attempt, and a call with all its attempts may take, in milliseconds. */
export interface Bounds {
  connect: number;
  attempt: number;
  call: number;
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

/** What a client is configured with beside AWS's own chain: an end to waiting. */
export const patience = ({ connect, attempt, attempts }: Bounds = bounds) => ({
  ...(process.env.AWS_MAX_ATTEMPTS ? {} : { maxAttempts: attempts }),
  requestHandler: { connectionTimeout: connect, requestTimeout: attempt, throwOnRequestTimeout: true },
});

/**
 * The real client. Region, credentials, endpoint and retries come from AWS's own chain. What is added is an end to
 * waiting, because a learner in front of a silent terminal needs an answer, and that nothing is done twice.
 *
 * @param region instead of the chain's
 * @param credentials instead of the chain's: those of a role that was assumed
 */
export function realClient({
  region,
  credentials,
  bounds: limits = bounds,
}: { region?: string; credentials?: Credentials; bounds?: Bounds } = {}): CognitoIdentityProviderClient {
  const client = new CognitoIdentityProviderClient({
    ...(region && { region }),
    ...(credentials && { credentials }),
    ...patience(limits),
  });
  neverTwice(client);
  const sendable = client as unknown as Sendable;
  const send = sendable.send.bind(client);
  sendable.send = (command) => send(command, { abortSignal: AbortSignal.timeout(limits.call) });
  checkAnswers(client);
  return client;
}

/**
 * Where the client's calls will go, AWS's own address or the one configured instead. Found by letting the SDK build
 * a request that is never sent, so that it is the SDK's answer and not our reading of its rules.
 *
 * @throws whatever the SDK throws while it builds a request: no region, for one
 */
export async function endpointOf(client: CognitoIdentityProviderClient): Promise<URL> {
  const command = new ListUserPoolsCommand({ MaxResults: 1 });
  let built: HttpRequest | undefined;
  command.middlewareStack.add(
    () => async (args) => {
      built = args.request as HttpRequest;
      return { output: { $metadata: {} }, response: undefined };
    },
    { step: 'build', name: 'capture', priority: 'low' },
  );
  await client.send(command);
  if (!built) throw new Error('The SDK built no request.');
  const { protocol, hostname, port, path } = built;
  return new URL(`${protocol}//${hostname}${port ? `:${port}` : ''}${path}`);
}

interface HttpRequest {
  protocol: string;
  hostname: string;
  port?: number;
  path: string;
}

/** Where calls go, for messages and reports: the endpoint is left out where it is AWS's own. @throws as endpointOf */
export async function placeOf(
  client: CognitoIdentityProviderClient,
  region: string,
): Promise<{ region: string; endpoint?: string; loopback: boolean }> {
  const endpoint = await endpointOf(client);
  const ofAws = /\.amazonaws\.com(\.cn)?$|\.api\.aws$/.test(endpoint.hostname);
  return { region, ...(!ofAws && { endpoint: endpoint.origin }), loopback: isLoopback(endpoint) };
}

/** Whether an endpoint is on this machine, where nobody else's account can be. */
export const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
