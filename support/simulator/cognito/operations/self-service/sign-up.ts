import type {
  CodeDeliveryDetailsType,
  SignUpCommandInput,
  SignUpResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter, notAuthorized } from '../../errors';
import type { Handler, Service } from '../../handler';
import { findClient } from '../../find-pool';
import { withoutUndefined } from '../../without-undefined';
import type { PoolRecord, UserRecord } from '../../records';
import { checkRequired, readAttributes, type Attributes } from '../../users/attributes';
import { allowsUserAuth, checkSecretHash, checkWritable } from '../../users/client-access';
import { issueCode } from '../../users/codes';
import { createUser } from '../../users/create-user';
import { autoVerified, deliver } from '../../users/delivery';
import { checkPolicy, policyPrefixes, setPassword } from '../../users/passwords';
import { checkUnused, withUsername } from '../../users/username';

export const signUp: Handler<SignUpCommandInput, SignUpResponse> = (input, service) => {
  const { Username: username, Password, SecretHash, UserAttributes } = input;
  const { client, pool } = findClient(service, input.ClientId);
  checkSecretHash(client, SecretHash, username);
  // Unverified against AWS, but reported often.
  if (pool.settings.AdminCreateUserConfig?.AllowAdminCreateUserOnly)
    throw notAuthorized('SignUp is not permitted for this user pool');
  if (Password !== undefined || !allowsUserAuth(client)) checkPolicy(pool, Password ?? '', policyPrefixes.signUp);
  const given = readAttributes(pool, UserAttributes, 'user');
  checkWritable(client, Object.keys(given));
  if (given.preferred_username && pool.settings.AliasAttributes?.includes('preferred_username'))
    throw invalidParameter(
      'Preferred username cannot be provided for unconfirmed account, since user pool is configured for preferred username alias.',
    );
  const attributes = withUsername(pool, username, given);
  // An address that is only the user name does not count here (reported of AWS).
  checkRequired(pool, given);
  if (Password === undefined && !canSignInByOtp(pool, attributes)) checkPolicy(pool, '', policyPrefixes.signUp);
  checkUnused(pool, username, attributes, 'User already exists');

  const user = createUser(pool, { username, attributes, status: 'UNCONFIRMED' }, service);
  if (Password !== undefined) setPassword(pool, user, Password, service);
  return withoutUndefined({
    UserConfirmed: false,
    UserSub: user.sub,
    CodeDeliveryDetails: sendCode(pool, user, service),
  });
};

/**
 * Whether a user needs no password: a code by message is a first factor of the pool, which verifies the address, and
 * the user has it (documented). A sign-up without either is refused; in which words is unverified against AWS.
 */
function canSignInByOtp({ settings }: PoolRecord, attributes: Attributes): boolean {
  const { AllowedFirstAuthFactors: factors = [] } = settings.Policies?.SignInPolicy ?? {};
  const { AutoVerifiedAttributes: verified = [] } = settings;
  return (
    (factors.includes('EMAIL_OTP') && verified.includes('email') && Boolean(attributes.email)) ||
    (factors.includes('SMS_OTP') && verified.includes('phone_number') && Boolean(attributes.phone_number))
  );
}

/** If nothing is verified automatically, nothing is sent and the answer has no delivery (recorded 2026-09). */
function sendCode(pool: PoolRecord, user: UserRecord, service: Service): CodeDeliveryDetailsType | undefined {
  const address = autoVerified(pool, user.attributes);
  if (!address) return undefined;
  const code = issueCode(user, 'sign-up', service, user.attributes[address]);
  return deliver(service, pool, user, { address, kind: 'sign-up', code });
}
