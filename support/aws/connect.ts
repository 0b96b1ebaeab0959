import { CognitoIdentityProviderClient, ListUserPoolsCommand } from '@aws-sdk/client-cognito-identity-provider';
import { debugChannel, publishDebug } from '../common/debug-channel';
import { Problem } from '../common/problem';
import { clientConfig, endpointLayers, type ClientOptions } from './client';
import { awsPartition, endpointOf, isLoopback } from './endpoint';
import { explain } from './explain';
import type { Call } from './middleware/call-log';
import { addLayers } from './middleware/layer';

/** The destination of calls, for messages and reports. */
export interface Place {
  region: string;
  /** The origin of the endpoint; absent for AWS's own. */
  endpoint?: string;
}

/** A client, and where its calls go. */
export interface Connection {
  client: CognitoIdentityProviderClient;
  /** The calls made so far, in order. */
  calls: Call[];
  place: Place;
  endpoint: URL;
  /** Whether the endpoint is on this machine, and therefore not a real AWS account. */
  loopback: boolean;
}

interface ConnectOptions extends Omit<ClientOptions, 'calls'> {
  /** Chooses the region, before any other configuration is read. @throws Problem for an invalid region */
  chooseRegion?: (configured: string | undefined) => string | undefined;
}

/**
 * Creates a client of the configured endpoint. Region, credentials, endpoint and retries come from AWS's own
 * configuration unless given.
 *
 * @throws CouldNotLook if the region, the endpoint or the credentials are missing
 */
export async function connect({ chooseRegion, ...options }: ConnectOptions = {}): Promise<Connection> {
  const calls: Call[] = [];
  let client: CognitoIdentityProviderClient | undefined;
  try {
    const region = chooseRegion ? chooseRegion(options.region ?? (await configuredRegion())) : options.region;
    const sdk = (client = new CognitoIdentityProviderClient(clientConfig({ ...options, region })));
    const place = { region: await client.config.region() };
    const endpoint = await endpointOf(new ListUserPoolsCommand({ MaxResults: 1 }), (command) => sdk.send(command));
    addLayers(client, endpointLayers({ ...options, calls }));
    if (debugChannel.hasSubscribers) await publishConnection(client, place.region, endpoint, region !== undefined);
    const isAws = awsPartition(endpoint) !== undefined;
    return {
      client,
      calls,
      place: { ...place, ...(!isAws && { endpoint: endpoint.origin }) },
      endpoint,
      loopback: isLoopback(endpoint),
    };
  } catch (error) {
    client?.destroy();
    throw error instanceof Problem ? error : explain(error, { operation: 'the connection' });
  }
}

/** The region of AWS's own configuration, if any. @throws the SDK's error for an invalid region */
async function configuredRegion(): Promise<string | undefined> {
  try {
    return await new CognitoIdentityProviderClient({}).config.region();
  } catch (error) {
    if (/region is missing/i.test((error as Error).message)) return undefined;
    throw error;
  }
}

/** Publishes for `--debug` where calls go and the kind of credentials, with the last characters of the key id. */
async function publishConnection(
  { config }: CognitoIdentityProviderClient,
  region: string,
  endpoint: URL,
  given: boolean,
): Promise<void> {
  const say = (name: string, value: string, from: string): void =>
    publishDebug(() => ({ kind: 'setting', name, value, from }));
  say(
    'region',
    region,
    given ? 'an option, a file, the id of the pool or the configuration of AWS' : "AWS's own chain",
  );
  say('endpoint', endpoint.origin, awsPartition(endpoint) === undefined ? 'the configuration' : "AWS's own");
  const { accessKeyId, sessionToken } = await config.credentials();
  const kind = sessionToken === undefined ? 'a key' : 'a temporary key';
  say(
    'credentials',
    `${kind} that ends in ${accessKeyId.slice(-4)}`,
    process.env.AWS_ACCESS_KEY_ID === accessKeyId ? 'AWS_ACCESS_KEY_ID' : "AWS's own chain, or a role",
  );
}
