import type { AdminEnableUserCommandInput, AdminEnableUserResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { requireUser } from './require-user';

/** The tokens that were revoked by disabling the user stay revoked (recorded 2026-09). */
export const adminEnableUser: Handler<AdminEnableUserCommandInput, AdminEnableUserResponse> = (input, service) => {
  const { user } = requireUser(input, service);
  user.enabled = true;
  user.modifiedAt = service.clock();
  return {};
};
