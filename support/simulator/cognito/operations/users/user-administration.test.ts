import { expect } from 'chai';
import { listed, Practice } from '../../../../../tests/support/practice';

describe('Users, by an administrator', () => {
  let practice: Practice;
  let UserPoolId: string;
  let ClientId: string;
  beforeEach(async () => {
    practice = new Practice();
    ({ UserPoolId, ClientId } = await practice.pool());
    await practice.user(UserPoolId, 'ann', { email: 'ann@example.com' });
  });
  const ann = () => ({ UserPoolId, Username: 'ann' });

  it('all refuse an unknown pool or user', async () => {
    const operations = [
      ['AdminGetUser', {}],
      ['AdminDeleteUser', {}],
      ['AdminEnableUser', {}],
      ['AdminDisableUser', {}],
      ['AdminConfirmSignUp', {}],
      ['AdminResetUserPassword', {}],
      ['AdminUserGlobalSignOut', {}],
      ['AdminSetUserMFAPreference', {}],
      ['AdminSetUserPassword', { Password: 'Passw0rd!' }],
      ['AdminUpdateUserAttributes', { UserAttributes: [] }],
      ['AdminDeleteUserAttributes', { UserAttributeNames: [] }],
    ] as const;
    for (const [operation, input] of operations) {
      expect(await practice.refusal(operation, { ...input, UserPoolId, Username: 'bob' }), operation).to.equal(
        'UserNotFoundException: User does not exist.',
      );
      expect(
        await practice.refusal(operation, { ...input, UserPoolId: 'us-east-1_none', Username: 'ann' }),
        operation,
      ).to.equal('ResourceNotFoundException: User pool us-east-1_none does not exist.');
    }
  });

  it('deletes a user, and their memberships, and the name is free again', async () => {
    await practice.call('CreateGroup', { UserPoolId, GroupName: 'staff' });
    await practice.call('AdminAddUserToGroup', { ...ann(), GroupName: 'staff' });
    const { RefreshToken, AccessToken } = await practice.signIn(ClientId, 'ann');
    expect(await practice.call('AdminDeleteUser', ann())).to.deep.equal({});
    expect(await practice.refusal('AdminGetUser', ann())).to.equal('UserNotFoundException: User does not exist.');
    expect(await practice.refusal('GetUser', { AccessToken })).to.equal('UserNotFoundException: User does not exist.');
    const refresh = { ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN: RefreshToken } };
    expect(await practice.refusal('InitiateAuth', refresh)).to.equal(
      'NotAuthorizedException: The user has been deleted for the associated refresh token',
    );
    await practice.user(UserPoolId, 'ann');
    const { Groups } = await practice.call('AdminListGroupsForUser', ann());
    expect(Groups).to.deep.equal([]);
  });

  it('disables a user at once, and what was revoked stays revoked', async () => {
    const { AccessToken, RefreshToken } = await practice.signIn(ClientId, 'ann');
    const refresh = { ClientId, AuthFlow: 'REFRESH_TOKEN', AuthParameters: { REFRESH_TOKEN: RefreshToken } };
    expect(await practice.call('AdminDisableUser', ann())).to.deep.equal({});
    expect(await practice.call('AdminGetUser', ann())).to.include({ Enabled: false, UserStatus: 'CONFIRMED' });
    const disabled = 'NotAuthorizedException: User is disabled.';
    expect(await practice.refusal('GetUser', { AccessToken })).to.equal(disabled);
    expect(await practice.refusal('InitiateAuth', refresh)).to.equal(disabled);
    expect(await practice.signIn(ClientId, 'ann').catch(String)).to.equal(disabled);
    await practice.call('AdminEnableUser', ann());
    expect(await practice.refusal('GetUser', { AccessToken })).to.equal(
      'NotAuthorizedException: Access Token has been revoked',
    );
    expect(await practice.refusal('InitiateAuth', refresh)).to.equal(
      'NotAuthorizedException: Refresh Token has been revoked',
    );
    const { AccessToken: fresh } = await practice.signIn(ClientId, 'ann');
    await practice.call('GetUser', { AccessToken: fresh });
  });

  it('sets a password, for good or for now, and leaves tokens alone', async () => {
    const { AccessToken } = await practice.signIn(ClientId, 'ann');
    expect(await practice.refusal('AdminSetUserPassword', { ...ann(), Password: 'Passw0rd' })).to.equal(
      'InvalidPasswordException: Password does not conform to policy: Password must have symbol characters',
    );
    await practice.call('AdminSetUserPassword', { ...ann(), Password: 'Passw1rd!' });
    expect(await practice.call('AdminGetUser', ann())).to.include({ UserStatus: 'FORCE_CHANGE_PASSWORD' });
    await practice.call('AdminSetUserPassword', { ...ann(), Password: 'Passw2rd!', Permanent: true });
    expect(await practice.call('AdminGetUser', ann())).to.include({ UserStatus: 'CONFIRMED' });
    await practice.call('GetUser', { AccessToken });
    await practice.signIn(ClientId, 'ann', 'Passw2rd!');
  });

  it('remembers as many passwords as the pool says', async () => {
    const pool = await practice.pool({ Policies: { PasswordPolicy: { PasswordHistorySize: 2 } } });
    const set = (Password: string) => ({ UserPoolId: pool.UserPoolId, Username: 'bob', Password, Permanent: true });
    await practice.user(pool.UserPoolId, 'bob', {}, 'Passw0rd!');
    await practice.call('AdminSetUserPassword', set('Passw1rd!'));
    expect(await practice.refusal('AdminSetUserPassword', set('Passw0rd!'))).to.match(
      /^PasswordHistoryPolicyViolationException: /,
    );
    await practice.call('AdminSetUserPassword', set('Passw2rd!'));
    await practice.call('AdminSetUserPassword', set('Passw0rd!'));
  });

  it('confirms a sign-up, not the address', async () => {
    await practice.call('SignUp', {
      ClientId,
      Username: 'bob',
      Password: 'Passw0rd!',
      UserAttributes: listed({ email: 'bob@example.com' }),
    });
    const bob = { UserPoolId, Username: 'bob' };
    expect(await practice.call('AdminConfirmSignUp', bob)).to.deep.equal({});
    expect(await practice.call('AdminGetUser', bob)).to.include({ UserStatus: 'CONFIRMED' });
    expect(await practice.attributes(UserPoolId, 'bob')).to.include({ email_verified: 'false' });
    expect(await practice.refusal('AdminConfirmSignUp', bob)).to.equal(
      'NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED',
    );
    await practice.call('AdminSetUserPassword', { ...bob, Password: 'Passw0rd!' });
    expect(await practice.refusal('AdminConfirmSignUp', bob)).to.equal(
      'NotAuthorizedException: User cannot be confirmed. Current status is FORCE_CHANGE_PASSWORD',
    );
  });

  it('resets a password: no sign-in until the code that is sent has set a new one', async () => {
    expect(await practice.refusal('AdminResetUserPassword', ann())).to.equal(
      'InvalidParameterException: Cannot reset password for the user as there is no registered/verified email or phone_number',
    );
    await practice.call('AdminUpdateUserAttributes', { ...ann(), UserAttributes: listed({ email_verified: 'true' }) });
    expect(await practice.call('AdminResetUserPassword', ann())).to.deep.equal({});
    expect(await practice.call('AdminGetUser', ann())).to.include({ UserStatus: 'RESET_REQUIRED' });
    const AuthParameters = { USERNAME: 'ann', PASSWORD: 'Passw0rd!' };
    expect(
      await practice.refusal('InitiateAuth', { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }),
    ).to.equal('PasswordResetRequiredException: Password reset required for the user');
    const ConfirmationCode = practice.code;
    const confirm = { ClientId, Username: 'ann', ConfirmationCode, Password: 'Passw1rd!' };
    await practice.call('ConfirmForgotPassword', confirm);
    await practice.signIn(ClientId, 'ann', 'Passw1rd!');
    await practice.call('AdminSetUserPassword', { ...ann(), Password: 'Passw0rd!' });
    expect(await practice.refusal('AdminResetUserPassword', ann())).to.equal(
      'NotAuthorizedException: User password cannot be reset in the current state.',
    );
    await practice.call('AdminDisableUser', ann());
    expect(await practice.refusal('AdminResetUserPassword', ann())).to.equal(
      'NotAuthorizedException: User is disabled.',
    );
  });

  it('signs a user out everywhere', async () => {
    const first = await practice.signIn(ClientId, 'ann');
    const second = await practice.signIn(ClientId, 'ann');
    expect(await practice.call('AdminUserGlobalSignOut', ann())).to.deep.equal({});
    for (const { AccessToken } of [first, second])
      expect(await practice.refusal('GetUser', { AccessToken })).to.equal(
        'NotAuthorizedException: Access Token has been revoked',
      );
    await practice.call('GetUser', { AccessToken: (await practice.signIn(ClientId, 'ann')).AccessToken });
  });

  describe('attributes', () => {
    const update = (attributes: Record<string, string>) => ({ ...ann(), UserAttributes: listed(attributes) });

    it('are changed, and deleted by an empty value', async () => {
      practice.now += 5000;
      expect(await practice.call('AdminUpdateUserAttributes', update({ given_name: 'Ann', email: '' }))).to.deep.equal(
        {},
      );
      expect(await practice.attributes(UserPoolId, 'ann')).to.have.all.keys('given_name', 'sub');
      const { UserLastModifiedDate } = await practice.call('AdminGetUser', ann());
      expect(UserLastModifiedDate?.getTime()).to.equal(practice.now);
    });

    it('lose their verification with a new address, unless the administrator vouches for it', async () => {
      await practice.call('AdminUpdateUserAttributes', update({ email: 'a@example.com', email_verified: 'true' }));
      expect(await practice.attributes(UserPoolId, 'ann')).to.include({ email_verified: 'true' });
      await practice.call('AdminUpdateUserAttributes', update({ email: 'b@example.com' }));
      expect(await practice.attributes(UserPoolId, 'ann')).to.include({ email_verified: 'false' });
    });

    it('that are immutable are refused, all of the call, set before or not', async () => {
      const { UserPoolId } = await practice.pool({ Schema: [{ Name: 'tenant', AttributeDataType: 'String' }] });
      await practice.user(UserPoolId, 'ann', { 'custom:tenant': 'a' });
      const input = { UserPoolId, Username: 'ann', UserAttributes: listed({ 'custom:tenant': 'b', name: 'Ann' }) };
      expect(await practice.refusal('AdminUpdateUserAttributes', input)).to.equal(
        'InvalidParameterException: user.custom:tenant: Attribute cannot be updated.\n',
      );
      expect(await practice.attributes(UserPoolId, 'ann')).to.not.have.property('name');
    });

    it('cannot stand for another user', async () => {
      const { UserPoolId } = await practice.pool({ AliasAttributes: ['preferred_username', 'email'] });
      await practice.user(UserPoolId, 'ann', { email: 'ann@example.com', email_verified: 'true' });
      await practice.user(UserPoolId, 'bob', { email: 'ann@example.com' });
      const bob = (attributes: Record<string, string>) =>
        practice.refusal('AdminUpdateUserAttributes', {
          UserPoolId,
          Username: 'bob',
          UserAttributes: listed(attributes),
        });
      expect(await bob({ preferred_username: 'ann' })).to.equal(
        'AliasExistsException: User account already exists for the alias.',
      );
      expect(await bob({ email_verified: 'true' })).to.equal(
        'AliasExistsException: An account with the email already exists.',
      );
    });

    it('are deleted by name; required, immutable and unknown ones are not', async () => {
      const { UserPoolId } = await practice.pool({
        Schema: [
          { Name: 'name', Required: true, AttributeDataType: 'String' },
          { Name: 'tenant', AttributeDataType: 'String' },
        ],
      });
      await practice.user(UserPoolId, 'ann', { name: 'Ann', email: 'a@example.com', email_verified: 'true' });
      const without = (...UserAttributeNames: string[]) => ({ UserPoolId, Username: 'ann', UserAttributeNames });
      await practice.call('AdminDeleteUserAttributes', without('email'));
      expect(await practice.attributes(UserPoolId, 'ann')).to.have.all.keys('name', 'sub');
      const code = 'InvalidParameterException: ';
      expect(await practice.refusal('AdminDeleteUserAttributes', without('name'))).to.equal(
        `${code}Invalid user attributes: name.formatted: The attribute name.formatted is required`,
      );
      expect(await practice.refusal('AdminDeleteUserAttributes', without('custom:tenant'))).to.equal(
        `${code}Invalid user attributes: Custom.User.tenant: This attribute does not satisfy the mutability validation defined in the schema.`,
      );
      expect(await practice.refusal('AdminDeleteUserAttributes', without('custom:none'))).to.equal(
        `${code}Invalid user attributes: Type for attribute {custom:none} could not be determined`,
      );
    });
  });
});
