import type { STSClient } from '@aws-sdk/client-sts';
import { clientConfig, endpointLayers, type ClientOptions } from './client';
import { addLayers } from './middleware/layer';

/** STS's own library, which only needs loading where somebody asks for an identity. */
export const sts = (): typeof import('@aws-sdk/client-sts') =>
  require('@aws-sdk/client-sts') as typeof import('@aws-sdk/client-sts');

/** A client of STS, with the same layers around its calls as Cognito's. */
export function createStsClient(options: ClientOptions): STSClient {
  const client = new (sts().STSClient)(clientConfig(options));
  addLayers(client, endpointLayers(options));
  return client;
}
