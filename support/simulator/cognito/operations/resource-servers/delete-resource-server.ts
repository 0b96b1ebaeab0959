import type { DeleteResourceServerCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findResourceServer } from './find-resource-server';

/** App clients that name its scopes go on naming them; unverified against AWS. */
export const deleteResourceServer: Handler<DeleteResourceServerCommandInput, object> = (input, service) => {
  const { pool, server } = findResourceServer(service, input);
  pool.resourceServers = pool.resourceServers?.filter((each) => each !== server);
  return {};
};
