import type { ForgotPasswordCommandInput, ForgotPasswordResponse } from '@aws-sdk/client-cognito-identity-provider';
import { notAuthorized, userNotFound } from '../../errors';
import type { Handler } from '../../handler';
import { findClient } from '../../find-pool';
import { checkSecretHash, hidesUsers } from '../../users/client-access';
import { issueCode } from '../../users/codes';
import { deliver } from '../../users/delivery';
import { findUser } from '../../users/directory';
import { decoyDelivery } from '../../users/decoy-delivery';
import { isRecoveredByAdmin, noRecovery, recoveryAddress } from '../../users/recovery';
import { checkEnabled } from '../../users/status';

/** The texts are unverified against AWS, but reported alike by many. */
export const forgotPassword: Handler<ForgotPasswordCommandInput, ForgotPasswordResponse> = (input, service) => {
  const { Username, SecretHash } = input;
  const { client, pool } = findClient(service, input.ClientId);
  checkSecretHash(client, SecretHash, Username);
  if (isRecoveredByAdmin(pool)) throw notAuthorized('Contact administrator to reset password.');
  const user = findUser(pool, Username);
  const address = user && recoveryAddress(pool, user);
  // Documented: the answer is the same for users who do not exist, are disabled, or have no verified address.
  if (hidesUsers(client) && !(user?.enabled && address)) return { CodeDeliveryDetails: decoyDelivery(pool, Username) };
  if (!user) throw userNotFound('Username/client id combination not found.');
  checkEnabled(user);
  if (user.status === 'FORCE_CHANGE_PASSWORD')
    throw notAuthorized('User password cannot be reset in the current state.');
  if (!address) throw noRecovery();
  const code = issueCode(user, 'forgot-password', service, user.attributes[address]);
  return { CodeDeliveryDetails: deliver(service, pool, user, { address, kind: 'forgot-password', code }) };
};
