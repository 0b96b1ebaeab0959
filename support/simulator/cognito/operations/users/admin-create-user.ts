import type { AdminCreateUserCommandInput, AdminCreateUserResponse } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoError, userNotFound } from '../../errors';
import type { Handler, Service, Valid } from '../../handler';
import { findPool } from '../../find-pool';
import type { PoolRecord, UserRecord } from '../../records';
import { isTrue, readAttributes } from '../../users/attributes';
import { createUser } from '../../users/create-user';
import { claimAliases, findUser } from '../../users/directory';
import { describeUser } from '../../users/describe-user';
import { deliver, type Address } from '../../users/delivery';
import { checkPolicy, policyPrefixes, randomPassword, setPassword } from '../../users/passwords';
import { checkUnused, withUsername } from '../../users/username';

/** Required attributes are not asked for here: the user gives them at the first sign-in (documented, recorded). */
export const adminCreateUser: Handler<AdminCreateUserCommandInput, AdminCreateUserResponse> = (input, service) => {
  const pool = findPool(service, input.UserPoolId);
  const { Username, TemporaryPassword } = input;
  if (TemporaryPassword !== undefined) checkPolicy(pool, TemporaryPassword, policyPrefixes.adminCreateUser);
  const user = input.MessageAction === 'RESEND' ? invited(pool, Username) : create(pool, input, service);
  if (TemporaryPassword === undefined && canSignInByCode(pool, user)) {
    user.status = 'CONFIRMED';
    return { User: describeUser(user) };
  }
  const password = TemporaryPassword ?? randomPassword(pool, service);
  setPassword(pool, user, password, service, true);
  if (input.MessageAction !== 'SUPPRESS') invite(pool, user, password, input, service);
  return { User: describeUser(user) };
};

function create(pool: PoolRecord, input: Valid<AdminCreateUserCommandInput>, service: Service): UserRecord {
  const { Username: username, UserAttributes, ForceAliasCreation = false } = input;
  const attributes = withUsername(pool, username, readAttributes(pool, UserAttributes, 'admin'));
  checkUnused(pool, username, attributes, 'User account already exists');
  claimAliases(pool, attributes, { force: ForceAliasCreation });
  return createUser(pool, { username, attributes, status: 'FORCE_CHANGE_PASSWORD' }, service);
}

/** Documented, and recorded 2026-09: such a user needs no password, and is confirmed from the start. */
const canSignInByCode = ({ settings }: PoolRecord, { attributes }: UserRecord): boolean => {
  const allowed = settings.Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? [];
  return (
    (allowed.includes('EMAIL_OTP') && isTrue(attributes.email_verified)) ||
    (allowed.includes('SMS_OTP') && isTrue(attributes.phone_number_verified))
  );
};

/** The user to be invited once more. The second text is unverified against AWS: it is known from other emulators. */
function invited(pool: PoolRecord, username: string): UserRecord {
  const user = findUser(pool, username);
  if (!user) throw userNotFound();
  if (user.status !== 'FORCE_CHANGE_PASSWORD')
    throw new CognitoError(
      'UnsupportedUserStateException',
      `Resend not possible. ${username} status is not FORCE_CHANGE_PASSWORD`,
    );
  return user;
}

/** Documented: by SMS where nothing else is asked for. A user without the address gets no message, and that is no error. */
function invite(
  pool: PoolRecord,
  user: UserRecord,
  temporaryPassword: string,
  { DesiredDeliveryMediums: mediums = ['SMS'] }: AdminCreateUserCommandInput,
  service: Service,
): void {
  const send = (address: Address) => deliver(service, pool, user, { address, kind: 'invitation', temporaryPassword });
  if (mediums.includes('SMS') && user.attributes.phone_number) send('phone_number');
  if (mediums.includes('EMAIL') && user.attributes.email) send('email');
}
