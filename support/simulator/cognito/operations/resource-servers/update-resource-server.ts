import type {
  UpdateResourceServerCommandInput,
  UpdateResourceServerResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { withoutUndefined } from '../../without-undefined';
import { findResourceServer, resourceServerOf } from './find-resource-server';

/** Replaces name and scopes; what is omitted goes back to its default (documented). */
export const updateResourceServer: Handler<UpdateResourceServerCommandInput, UpdateResourceServerResponse> = (
  input,
  service,
) => {
  const { pool, server } = findResourceServer(service, input);
  const { Identifier, Name, Scopes } = input;
  const updated = withoutUndefined({ Identifier, Name, Scopes });
  pool.resourceServers = pool.resourceServers?.map((each) => (each === server ? updated : each));
  return { ResourceServer: resourceServerOf(pool, updated) };
};
