import type { AdminDisableUserCommandInput, AdminDisableUserResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { revokeAll } from '../../tokens/revocation';
import { requireUser } from './require-user';

export const adminDisableUser: Handler<AdminDisableUserCommandInput, AdminDisableUserResponse> = (input, service) => {
  const { user } = requireUser(input, service);
  const now = service.clock();
  user.enabled = false;
  user.modifiedAt = now;
  revokeAll(service.store, user, now);
  return {};
};
