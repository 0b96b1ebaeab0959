import type { SignUpCommandInput, SignUpResponse } from '@aws-sdk/client-cognito-identity-provider';
import { notAuthorized } from '../../errors';
import type { Handler } from '../../handler';
import { findClient } from '../../lookup';
import { present } from '../../present';
import { checkRequired, readAttributes } from '../../users/attributes';
import { checkSecretHash, checkWritable } from '../../users/client-access';
import { issueCode } from '../../users/codes';
import { createUser } from '../../users/create';
import { autoVerified, deliver } from '../../users/delivery';
import { checkPolicy, policyPrefixes, setPassword } from '../../users/passwords';
import { checkUnused, withUsername } from '../../users/username';

export const signUp: Handler<SignUpCommandInput, SignUpResponse> = (input, service) => {
  const { Username: username = '', Password = '', SecretHash, UserAttributes } = input;
  const { client, pool } = findClient(service, input.ClientId ?? '');
  checkSecretHash(client, SecretHash, username);
  // Unverified against AWS, but reported often.
  if (pool.settings.AdminCreateUserConfig?.AllowAdminCreateUserOnly)
    throw notAuthorized('SignUp is not permitted for this user pool');
  checkPolicy(pool, Password, policyPrefixes.signUp);
  const given = readAttributes(pool, UserAttributes, 'user');
  checkWritable(client, given);
  const attributes = withUsername(pool, username, given);
  // An address that is only the user name does not count here (reported of AWS).
  checkRequired(pool, given);
  checkUnused(pool, username, attributes, 'User already exists');

  const user = createUser(pool, { username, attributes, status: 'UNCONFIRMED' }, service);
  setPassword(pool, user, Password, service);
  const address = autoVerified(pool, user.attributes);
  return present({
    UserConfirmed: false,
    UserSub: user.sub,
    // Absent where nothing is verified automatically (recorded 2026-09).
    CodeDeliveryDetails:
      address && deliver(service, pool, user, address, { kind: 'sign-up', code: issueCode(user, 'sign-up', service) }),
  });
};
