import type {
  AdminUserGlobalSignOutCommandInput,
  AdminUserGlobalSignOutResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { revokeAll } from '../../tokens/revocation';
import { requireUser } from './require-user';

export const adminUserGlobalSignOut: Handler<AdminUserGlobalSignOutCommandInput, AdminUserGlobalSignOutResponse> = (
  input,
  service,
) => {
  const { user } = requireUser(input, service);
  revokeAll(service.store, user, service.clock());
  return {};
};
