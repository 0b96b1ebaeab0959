import type { DeleteGroupCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findGroup } from './find-group';

export const deleteGroup: Handler<DeleteGroupCommandInput, object> = (input, service) => {
  const { pool, group } = findGroup(service, input.UserPoolId, input.GroupName);
  pool.groups.delete(group.GroupName);
  return {};
};
