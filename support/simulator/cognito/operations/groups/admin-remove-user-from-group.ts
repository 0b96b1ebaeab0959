import type { AdminRemoveUserFromGroupCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { requireUser } from '../users/require-user';

/** It succeeds for who is no member, and for a group that is not there (recorded 2026-09). */
export const adminRemoveUserFromGroup: Handler<AdminRemoveUserFromGroupCommandInput, object> = (input, service) => {
  const { pool, user } = requireUser(input, service);
  pool.groups.get(input.GroupName)?.members.delete(user.sub);
  return {};
};
