import type {
  CreateResourceServerCommandInput,
  CreateResourceServerResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { CognitoError, invalidParameter } from '../../errors';
import { findPool } from '../../find-pool';
import type { Handler } from '../../handler';
import { withoutUndefined } from '../../without-undefined';
import { resourceServerOf } from './find-resource-server';

/** Of a pool; AWS's default quota. */
const maximumServers = 25;

/** Both texts are unverified against AWS. */
export const createResourceServer: Handler<CreateResourceServerCommandInput, CreateResourceServerResponse> = (
  { UserPoolId, Identifier, Name, Scopes },
  service,
) => {
  const pool = findPool(service, UserPoolId);
  const servers = pool.resourceServers ?? [];
  if (servers.some((server) => server.Identifier === Identifier))
    throw invalidParameter(`${Identifier} already exists in user pool ${pool.id}.`);
  if (servers.length >= maximumServers)
    throw new CognitoError('LimitExceededException', 'Exceeded the limit of resource servers for a user pool.');
  const server = withoutUndefined({ Identifier, Name, Scopes });
  pool.resourceServers = [...servers, server];
  return { ResourceServer: resourceServerOf(pool, server) };
};
