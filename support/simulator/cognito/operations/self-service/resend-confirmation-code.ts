import type {
  ResendConfirmationCodeCommandInput,
  ResendConfirmationCodeResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter, notAuthorized, userNotFound } from '../../errors';
import type { Handler } from '../../handler';
import { findClient } from '../../find-pool';
import { checkSecretHash, hidesUsers } from '../../users/client-access';
import { issueCode } from '../../users/codes';
import { autoVerified, deliver } from '../../users/delivery';
import { findUser } from '../../users/directory';
import { decoyDelivery } from '../../users/decoy-delivery';

/** The texts are unverified against AWS, but reported alike by many. */
export const resendConfirmationCode: Handler<ResendConfirmationCodeCommandInput, ResendConfirmationCodeResponse> = (
  input,
  service,
) => {
  const { Username, SecretHash } = input;
  const { client, pool } = findClient(service, input.ClientId);
  checkSecretHash(client, SecretHash, Username);
  const user = findUser(pool, Username);
  // Documented: a client that hides users is answered a delivery for a disabled one, too.
  if (hidesUsers(client) && !user?.enabled) return { CodeDeliveryDetails: decoyDelivery(pool, Username) };
  if (!user) throw userNotFound('Username/client id combination not found.');
  // Known from a test that ran against AWS, 2018.
  if (user.status === 'FORCE_CHANGE_PASSWORD') throw notAuthorized("Can't resend confirmation code for this user");
  if (user.status !== 'UNCONFIRMED') throw invalidParameter('User is already confirmed.');
  const address = autoVerified(pool, user.attributes);
  if (!address) throw notAuthorized('Cannot resend codes. Auto verification not turned on.');
  const code = issueCode(user, 'sign-up', service, user.attributes[address]);
  return { CodeDeliveryDetails: deliver(service, pool, user, { address, kind: 'resend', code }) };
};
