import type {
  AdminSetUserPasswordCommandInput,
  AdminSetUserPasswordResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { checkHistory, checkPolicy, policyPrefixes, setPassword } from '../../users/passwords';
import { requireUser } from './require-user';

/** Tokens that the user has stay good, whether the password is permanent or not (recorded 2026-09). */
export const adminSetUserPassword: Handler<AdminSetUserPasswordCommandInput, AdminSetUserPasswordResponse> = (
  input,
  service,
) => {
  const { Password, Permanent = false } = input;
  const { pool, user } = requireUser(input, service);
  checkPolicy(pool, Password, policyPrefixes.change);
  checkHistory(pool, user, Password);
  setPassword(pool, user, Password, service, !Permanent);
  user.status = Permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD';
  user.modifiedAt = service.clock();
  return {};
};
