import type {
  AdminResetUserPasswordCommandInput,
  AdminResetUserPasswordResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { notAuthorized } from '../../errors';
import type { Handler } from '../../handler';
import { issueCode } from '../../users/codes';
import { deliver } from '../../users/delivery';
import { noRecovery, recoveryAddress } from '../../users/recovery';
import { checkEnabled } from '../../users/status';
import { requireUser } from './require-user';

/** The password is good for nothing until the user has set a new one with the code that is sent. */
export const adminResetUserPassword: Handler<AdminResetUserPasswordCommandInput, AdminResetUserPasswordResponse> = (
  input,
  service,
) => {
  const { pool, user } = requireUser(input, service);
  checkEnabled(user);
  // Reported of AWS for users who have not set a password of their own.
  if (user.status !== 'CONFIRMED' && user.status !== 'RESET_REQUIRED')
    throw notAuthorized('User password cannot be reset in the current state.');
  const address = recoveryAddress(pool, user);
  if (!address) throw noRecovery();
  user.status = 'RESET_REQUIRED';
  user.modifiedAt = service.clock();
  const code = issueCode(user, 'forgot-password', service, user.attributes[address]);
  deliver(service, pool, user, { address, kind: 'forgot-password', code });
  return {};
};
