import type { GetGroupCommandInput, GetGroupResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findGroup, groupOf } from './find-group';

export const getGroup: Handler<GetGroupCommandInput, GetGroupResponse> = (input, service) => {
  const { pool, group } = findGroup(service, input.UserPoolId, input.GroupName);
  return { Group: groupOf(pool, group) };
};
