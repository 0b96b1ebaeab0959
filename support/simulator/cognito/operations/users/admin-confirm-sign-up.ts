import type {
  AdminConfirmSignUpCommandInput,
  AdminConfirmSignUpResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { checkUnconfirmed } from '../../users/status';
import { voidCode } from '../../users/codes';
import { requireUser } from './require-user';

/** Confirms the user, not the address: `email_verified` is "false" afterwards (recorded 2026-09). */
export const adminConfirmSignUp: Handler<AdminConfirmSignUpCommandInput, AdminConfirmSignUpResponse> = (
  input,
  service,
) => {
  const { user } = requireUser(input, service);
  checkUnconfirmed(user);
  user.status = 'CONFIRMED';
  for (const address of ['email', 'phone_number'])
    if (user.attributes[address]) user.attributes[`${address}_verified`] ??= 'false';
  voidCode(user, 'sign-up');
  user.modifiedAt = service.clock();
  return {};
};
