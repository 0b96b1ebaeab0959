import type {
  ConfirmForgotPasswordCommandInput,
  ConfirmForgotPasswordResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { userNotFound } from '../../errors';
import type { Handler } from '../../handler';
import { findClient } from '../../find-pool';
import { checkSecretHash, hidesUsers } from '../../users/client-access';
import { checkCode, codeMismatch, voidCode } from '../../users/codes';
import { findUser } from '../../users/directory';
import { checkHistory, checkPolicy, policyPrefixes, setPassword } from '../../users/passwords';
import { checkEnabled } from '../../users/status';

/** Tokens that the user has stay good. */
export const confirmForgotPassword: Handler<ConfirmForgotPasswordCommandInput, ConfirmForgotPasswordResponse> = (
  input,
  service,
) => {
  const { Username, ConfirmationCode, Password, SecretHash } = input;
  const { client, pool } = findClient(service, input.ClientId);
  checkSecretHash(client, SecretHash, Username);
  const user = findUser(pool, Username);
  // Documented for who does not exist, and for who is disabled.
  if (hidesUsers(client) && !user?.enabled) throw codeMismatch();
  if (!user) throw userNotFound('Username/client id combination not found.');
  checkEnabled(user);
  checkPolicy(pool, Password, policyPrefixes.change);
  checkCode(user, 'forgot-password', ConfirmationCode, service.clock());
  checkHistory(pool, user, Password);
  setPassword(pool, user, Password, service);
  if (user.status === 'RESET_REQUIRED') user.status = 'CONFIRMED';
  user.modifiedAt = service.clock();
  voidCode(user, 'forgot-password');
  return {};
};
