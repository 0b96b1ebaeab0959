import type { STSClient } from '@aws-sdk/client-sts';
import { clientConfig, endpointLayers, type ClientOptions } from './client';
import { addLayers } from './middleware/layer';

/** Loads the STS client on demand. */
export const sts = (): typeof import('@aws-sdk/client-sts') =>
  require('@aws-sdk/client-sts') as typeof import('@aws-sdk/client-sts');

/** A client of STS, with the same middlewares as Cognito's. */
export function createStsClient(options: ClientOptions): STSClient {
  const client = new (sts().STSClient)(clientConfig(options));
  addLayers(client, endpointLayers(options));
  return client;
}
