import type { AdminAddUserToGroupCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { requireUser } from '../users/require-user';
import { groupOfPool } from './find-group';

/** The user is looked for before the group, and who is a member stays one (recorded 2026-09). */
export const adminAddUserToGroup: Handler<AdminAddUserToGroupCommandInput, object> = (input, service) => {
  const { pool, user } = requireUser(input, service);
  groupOfPool(pool, input.GroupName).members.add(user.sub);
  return {};
};
