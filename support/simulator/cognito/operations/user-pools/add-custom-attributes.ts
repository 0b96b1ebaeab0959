import type { AddCustomAttributesCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findPool } from '../../find-pool';
import { addAttributes } from './schema';

/** All of them or none. Attributes can be added, never removed or renamed. */
export const addCustomAttributes: Handler<AddCustomAttributesCommandInput, object> = (input, service) => {
  const pool = findPool(service, input.UserPoolId);
  pool.schema = addAttributes(pool.schema, input.CustomAttributes);
  pool.modifiedAt = service.clock();
  return {};
};
