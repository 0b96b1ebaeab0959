import { CognitoIdentityProviderClient, ListUserPoolsCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { Sendable } from './call-log';

/** How long connecting, one attempt, and a call with all its attempts may take, in milliseconds. */
export const bounds = { connect: 5_000, attempt: 10_000, call: 20_000, attempts: 4 } as const;

/**
 * The real client. Region, credentials, endpoint and retries come from AWS's own chain; all that is added is an end
 * to waiting, because a learner in front of a silent terminal needs an answer.
 */
export function realClient(): CognitoIdentityProviderClient {
  const client = new CognitoIdentityProviderClient({
    ...(process.env.AWS_MAX_ATTEMPTS ? {} : { maxAttempts: bounds.attempts }),
    requestHandler: {
      connectionTimeout: bounds.connect,
      requestTimeout: bounds.attempt,
      throwOnRequestTimeout: true,
    },
  });
  const sendable = client as unknown as Sendable;
  const send = sendable.send.bind(client);
  sendable.send = (command) => send(command, { abortSignal: AbortSignal.timeout(bounds.call) });
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

/** Whether an endpoint is on this machine, where nobody else's account can be. */
export const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
