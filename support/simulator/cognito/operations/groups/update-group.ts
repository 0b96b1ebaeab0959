import type { UpdateGroupCommandInput, UpdateGroupResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { withoutUndefined } from '../../without-undefined';
import { checkRole } from '../user-pools/check-settings';
import { findGroup, groupOf } from './find-group';

/**
 * What is omitted is kept, and so is a description that would become empty. The date moves with every value that is
 * written, the same one too, and not without one (recorded 2026-09).
 */
export const updateGroup: Handler<UpdateGroupCommandInput, UpdateGroupResponse> = (input, service) => {
  const { pool, group } = findGroup(service, input.UserPoolId, input.GroupName);
  const { Description, RoleArn, Precedence } = input;
  checkRole(RoleArn, pool.accountId);
  const written = withoutUndefined({ Description: Description === '' ? undefined : Description, RoleArn, Precedence });
  if (Object.keys(written).length > 0) Object.assign(group, written, { modifiedAt: service.clock() });
  return { Group: groupOf(pool, group) };
};
