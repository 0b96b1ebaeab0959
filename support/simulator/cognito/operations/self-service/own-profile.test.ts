import { expect } from 'chai';
import { listed, Practice } from '../../../../../tests/support/practice';

describe('A user’s own profile', () => {
  let practice: Practice;
  let UserPoolId: string;
  let ClientId: string;
  let AccessToken: string;
  const settings = {
    AliasAttributes: ['email' as const],
    AutoVerifiedAttributes: ['email' as const],
    Schema: [
      { Name: 'tenant', AttributeDataType: 'String' as const },
      { Name: 'name', Required: true },
    ],
  };
  const profile = { name: 'Ann', email: 'ann@example.com', email_verified: 'true', 'custom:tenant': 'red' };
  beforeEach(async () => {
    practice = new Practice();
    await prepare(settings);
  });
  async function prepare(pool: object): Promise<void> {
    ({ UserPoolId, ClientId } = await practice.pool(pool));
    await practice.user(UserPoolId, 'ann', profile);
    ({ AccessToken } = await practice.signIn(ClientId, 'ann'));
  }
  const update = (attributes: Record<string, string>) => ({ AccessToken, UserAttributes: listed(attributes) });

  it('shows what the client may read, and sub, last', async () => {
    expect(await practice.call('GetUser', { AccessToken })).to.deep.equal({
      Username: 'ann',
      UserAttributes: [
        ...listed(profile),
        { Name: 'sub', Value: (await practice.attributes(UserPoolId, 'ann')).sub },
      ].sort(
        (a, b) =>
          ['email', 'email_verified', 'name', 'custom:tenant', 'sub'].indexOf(a.Name) -
          ['email', 'email_verified', 'name', 'custom:tenant', 'sub'].indexOf(b.Name),
      ),
    });
    await practice.call('UpdateUserPoolClient', { UserPoolId, ClientId, ReadAttributes: ['name'] });
    const { UserAttributes } = await practice.call('GetUser', { AccessToken });
    expect(UserAttributes?.map(({ Name }) => Name)).to.deep.equal(['name', 'sub']);
  });

  it('is changed, with a code for a new address', async () => {
    expect(await practice.call('UpdateUserAttributes', update({ name: 'Anna' }))).to.deep.equal({});
    const answer = await practice.call('UpdateUserAttributes', update({ email: 'anna@example.com' }));
    expect(answer).to.deep.equal({
      CodeDeliveryDetailsList: [{ AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'a***@e***' }],
    });
    expect(await practice.attributes(UserPoolId, 'ann')).to.include({
      name: 'Anna',
      email: 'anna@example.com',
      email_verified: 'false',
    });
    expect(await practice.refusal('AdminGetUser', { UserPoolId, Username: 'anna@example.com' })).to.match(/NotFound/);
    const verify = { AccessToken, AttributeName: 'email', Code: practice.code };
    expect(await practice.refusal('VerifyUserAttribute', { ...verify, Code: 'wrong' })).to.equal(
      'CodeMismatchException: Invalid verification code provided, please try again.',
    );
    expect(await practice.call('VerifyUserAttribute', verify)).to.deep.equal({});
    expect(await practice.attributes(UserPoolId, 'ann')).to.include({ email_verified: 'true' });
    await practice.call('AdminGetUser', { UserPoolId, Username: 'anna@example.com' });
    expect(await practice.refusal('VerifyUserAttribute', verify)).to.equal(
      'ExpiredCodeException: Invalid code provided, please request a code again.',
    );
  });

  it('keeps the old address until the new one is verified, where the pool says so', async () => {
    const keeping = {
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    };
    await prepare({ ...settings, ...keeping });
    await practice.call('UpdateUserAttributes', update({ email: 'anna@example.com', name: 'Anna' }));
    const kept = { name: 'Anna', email: 'ann@example.com', email_verified: 'true' };
    expect(await practice.attributes(UserPoolId, 'ann')).to.include(kept);
    expect(practice.cognito.outbox.messages.at(-1)?.destination).to.equal('anna@example.com');
    await practice.call('GetUserAttributeVerificationCode', { AccessToken, AttributeName: 'email' });
    expect(practice.cognito.outbox.messages.at(-1)?.destination).to.equal('anna@example.com');
    await practice.call('VerifyUserAttribute', { AccessToken, AttributeName: 'email', Code: practice.code });
    expect(await practice.attributes(UserPoolId, 'ann')).to.include({
      email: 'anna@example.com',
      email_verified: 'true',
    });
    await practice.call('AdminUpdateUserAttributes', {
      UserPoolId,
      Username: 'ann',
      UserAttributes: listed({ email: 'a@example.com', email_verified: 'true' }),
    });
    expect(await practice.attributes(UserPoolId, 'ann')).to.include({ email: 'a@example.com', email_verified: 'true' });
  });

  it('refuses what is not the user’s to change', async () => {
    const code = 'InvalidParameterException: ';
    expect(await practice.refusal('UpdateUserAttributes', update({ 'custom:tenant': 'blue', name: 'X' }))).to.equal(
      `${code}user.custom:tenant: Attribute cannot be updated.\n`,
    );
    expect(await practice.refusal('UpdateUserAttributes', update({ email_verified: 'true' }))).to.equal(
      `${code}Cannot modify the non-mutable attribute email_verified`,
    );
    expect(await practice.refusal('UpdateUserAttributes', update({ email: 'nonsense' }))).to.equal(
      `${code}Invalid email address format.`,
    );
    expect(await practice.refusal('DeleteUserAttributes', { AccessToken, UserAttributeNames: ['name'] })).to.equal(
      `${code}Invalid user attributes: name.formatted: The attribute name.formatted is required`,
    );
    expect(
      await practice.refusal('DeleteUserAttributes', { AccessToken, UserAttributeNames: ['email_verified'] }),
    ).to.equal(`${code}Cannot modify the non-mutable attribute email_verified`);
    expect(await practice.refusal('UpdateUserAttributes', update({ 'custom:unknown': 'x' }))).to.equal(
      `${code}user.custom:unknown: Attribute does not exist in the schema.\n`,
    );
    expect(await practice.refusal('UpdateUserAttributes', update({ birthdate: '1990-01-011' }))).to.equal(
      `${code}user.birthdate: String must be no longer than 10 characters\n`,
    );
    await practice.call('UpdateUserPoolClient', { UserPoolId, ClientId, WriteAttributes: ['name'] });
    const unauthorized = 'NotAuthorizedException: A client attempted to write unauthorized attribute';
    expect(await practice.refusal('UpdateUserAttributes', update({ given_name: 'A' }))).to.equal(unauthorized);
    expect(await practice.refusal('DeleteUserAttributes', { AccessToken, UserAttributeNames: ['email'] })).to.equal(
      unauthorized,
    );
    expect(await practice.attributes(UserPoolId, 'ann')).to.include({ name: 'Ann' });
  });

  it('cannot verify an alias that another user has', async () => {
    await practice.user(UserPoolId, 'bob', { name: 'Bob', email: 'bob@example.com', email_verified: 'true' });
    await practice.call('UpdateUserAttributes', update({ email: 'bob@example.com' }));
    const verify = { AccessToken, AttributeName: 'email', Code: practice.code };
    expect(await practice.refusal('VerifyUserAttribute', verify)).to.equal(
      'AliasExistsException: An account with the email already exists.',
    );
  });

  it('loses attributes by name, and itself', async () => {
    await practice.call('DeleteUserAttributes', { AccessToken, UserAttributeNames: ['email'] });
    expect(await practice.attributes(UserPoolId, 'ann')).to.have.all.keys('name', 'custom:tenant', 'sub');
    expect(await practice.call('DeleteUser', { AccessToken })).to.deep.equal({});
    expect(await practice.refusal('AdminGetUser', { UserPoolId, Username: 'ann' })).to.match(/^UserNotFound/);
    expect(practice.record(UserPoolId).index.size).to.equal(0);
  });

  it('verifies only addresses, and only those that are there', async () => {
    const code = (AttributeName: string) =>
      practice.refusal('GetUserAttributeVerificationCode', { AccessToken, AttributeName });
    expect(await code('name')).to.equal(
      'InvalidParameterException: Invalid attribute name. Only phone_number and email can be verified.',
    );
    expect(await code('phone_number')).to.equal(
      'InvalidParameterException: User does not have a valid registered phone number',
    );
    expect(
      await practice.refusal('VerifyUserAttribute', { AccessToken, AttributeName: 'phone_number', Code: '123456' }),
    ).to.equal('InvalidParameterException: Unable to verify attribute: phone_number no value set to verify');
  });

  it('looks at the last value alone of a name that is sent twice', async () => {
    await practice.call('UpdateUserAttributes', {
      AccessToken,
      UserAttributes: [
        { Name: 'birthdate', Value: 'no date at all' },
        { Name: 'birthdate', Value: '1990-01-01' },
      ],
    });
    expect(await practice.attributes(UserPoolId, 'ann')).to.include({ birthdate: '1990-01-01' });
  });
});

describe('An access token', () => {
  let practice: Practice;
  let ClientId: string;
  let UserPoolId: string;
  let tokens: { AccessToken: string; IdToken: string; RefreshToken: string };
  beforeEach(async () => {
    practice = new Practice();
    ({ ClientId, UserPoolId } = await practice.pool());
    await practice.user(UserPoolId, 'ann');
    tokens = await practice.signIn(ClientId, 'ann');
  });
  const refusal = (AccessToken: string) => practice.refusal('GetUser', { AccessToken });

  it('is refused for what is wrong with it', async () => {
    const code = 'NotAuthorizedException: ';
    const { AccessToken, IdToken, RefreshToken } = tokens;
    expect(await refusal('nonsense')).to.equal(`${code}Invalid Access Token`);
    expect(await refusal(IdToken)).to.equal(`${code}Invalid Access Token`);
    expect(await refusal(RefreshToken)).to.equal(`${code}Invalid Access Token`);
    const [header = '', payload = '', signature = ''] = AccessToken.split('.');
    const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
    const other = Buffer.from(
      JSON.stringify({ ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object), username: 'bob' }),
    ).toString('base64url');
    for (const forged of [`${header}.${other}.${signature}`, `${unsigned}.${payload}.`, `${header}.${payload}.AA`])
      expect(await refusal(forged)).to.equal(`${code}Could not verify signature for Access Token`);
    practice.now += 60 * 60 * 1000;
    expect(await refusal(AccessToken)).to.equal(`${code}Access Token has expired`);
  });

  it('dies with its client and with its pool', async () => {
    await practice.call('DeleteUserPoolClient', { UserPoolId, ClientId });
    const gone = `ResourceNotFoundException: User pool client ${ClientId} does not exist.`;
    const { AccessToken } = tokens;
    expect(await refusal(AccessToken)).to.equal(gone);
    expect(await practice.refusal('GlobalSignOut', { AccessToken })).to.equal(gone);
    const change = { AccessToken, PreviousPassword: 'Passw0rd!', ProposedPassword: 'Passw1rd!' };
    expect(await practice.refusal('ChangePassword', change)).to.equal(gone);
    await practice.call('DeleteUserPool', { UserPoolId });
    expect(await refusal(AccessToken)).to.match(/^NotAuthorizedException/);
  });

  it('is revoked by a sign-out everywhere, with all others and within the same second', async () => {
    const { AccessToken } = tokens;
    const other = await practice.signIn(ClientId, 'ann');
    expect(await practice.call('GlobalSignOut', { AccessToken })).to.deep.equal({});
    for (const token of [AccessToken, other.AccessToken])
      expect(await refusal(token)).to.equal('NotAuthorizedException: Access Token has been revoked');
    await practice.call('GetUser', await practice.signIn(ClientId, 'ann').then(({ AccessToken }) => ({ AccessToken })));
  });

  it('is revoked with the refresh token that it came with, and no other', async () => {
    const other = await practice.signIn(ClientId, 'ann');
    const AuthParameters = { REFRESH_TOKEN: tokens.RefreshToken };
    const refresh = { ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters };
    const { AuthenticationResult } = await practice.call('InitiateAuth', refresh);
    const revoke = { ClientId, Token: tokens.RefreshToken };
    expect(await practice.call('RevokeToken', revoke)).to.deep.equal({});
    expect(await practice.call('RevokeToken', revoke)).to.deep.equal({});
    for (const token of [tokens.AccessToken, AuthenticationResult?.AccessToken ?? ''])
      expect(await refusal(token)).to.equal('NotAuthorizedException: Access Token has been revoked');
    expect(await practice.refusal('InitiateAuth', refresh)).to.equal(
      'NotAuthorizedException: Refresh Token has been revoked',
    );
    await practice.call('GetUser', { AccessToken: other.AccessToken });
  });

  it('is not to be revoked by itself, by a stranger, or where the client has it off', async () => {
    const { AccessToken, RefreshToken } = tokens;
    expect(await practice.refusal('RevokeToken', { ClientId, Token: AccessToken })).to.match(
      /^UnsupportedTokenTypeException/,
    );
    expect(await practice.call('RevokeToken', { ClientId, Token: 'unknown' })).to.deep.equal({});
    const stranger = await practice.client(UserPoolId, { GenerateSecret: true });
    const strangers = { ClientId: stranger.ClientId, Token: RefreshToken };
    expect(await practice.refusal('RevokeToken', strangers)).to.match(/^UnauthorizedException/);
    expect(await practice.refusal('RevokeToken', { ...strangers, ClientSecret: stranger.ClientSecret })).to.match(
      /^UnauthorizedException/,
    );
    const without = await practice.client(UserPoolId, { EnableTokenRevocation: false });
    expect(await practice.refusal('RevokeToken', { ClientId: without.ClientId, Token: RefreshToken })).to.equal(
      'UnsupportedOperationException: This feature is not enabled for this client',
    );
    const { AccessToken: unnamed } = await practice.signIn(without.ClientId ?? '', 'ann');
    await practice.call('AdminUserGlobalSignOut', { UserPoolId, Username: 'ann' });
    expect(await refusal(unnamed)).to.equal('NotAuthorizedException: Access Token has been revoked');
    const { AccessToken: fresh } = await practice.signIn(without.ClientId ?? '', 'ann');
    await practice.call('GetUser', { AccessToken: fresh });
  });
});
