import type { ConfirmSignUpCommandInput, ConfirmSignUpResponse } from '@aws-sdk/client-cognito-identity-provider';
import { userNotFound } from '../../errors';
import type { Handler } from '../../handler';
import { findClient } from '../../find-pool';
import { openSession } from '../../sign-in/sessions';
import { allowsUserAuth, checkSecretHash, hidesUsers } from '../../users/client-access';
import { checkCode, expiredCode, voidCode } from '../../users/codes';
import { autoVerified } from '../../users/delivery';
import { changeUser, claimAliases, findUser } from '../../users/directory';
import { checkEnabled, checkUnconfirmed } from '../../users/status';

/**
 * Confirms the user, and the address that the code went to. Documented: the session signs the user in by USER_AUTH; a
 * client that may not use it gets none here (unverified against AWS).
 */
export const confirmSignUp: Handler<ConfirmSignUpCommandInput, ConfirmSignUpResponse> = (input, service) => {
  const { Username, ConfirmationCode, ForceAliasCreation = false, SecretHash } = input;
  const { client, pool } = findClient(service, input.ClientId);
  checkSecretHash(client, SecretHash, Username);
  const user = findUser(pool, Username);
  if (!user) throw hidesUsers(client) ? expiredCode() : userNotFound('Username/client id combination not found.');
  checkEnabled(user);
  checkUnconfirmed(user);
  const { value } = checkCode(user, 'sign-up', ConfirmationCode, service.clock());

  const address = autoVerified(pool, user.attributes);
  const verified = address && user.attributes[address] === value ? { [`${address}_verified`]: 'true' } : {};
  claimAliases(pool, { ...user.attributes, ...verified }, { self: user, force: ForceAliasCreation });
  changeUser(pool, user, () => Object.assign(user.attributes, verified));
  user.status = 'CONFIRMED';
  user.modifiedAt = service.clock();
  voidCode(user, 'sign-up');
  if (!allowsUserAuth(client)) return {};
  const attempt = { pool, client, service, parameters: {}, byAdmin: false };
  const session = openSession(attempt, { challenge: 'CONFIRMED_SIGN_UP', username: Username, sub: user.sub });
  return { Session: session.id };
};
