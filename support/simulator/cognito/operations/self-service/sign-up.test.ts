import { createHmac } from 'node:crypto';
import { expect } from 'chai';
import { listed, Practice } from '../../../../../tests/support/practice';

const Password = 'Passw0rd!';
const day = 24 * 60 * 60 * 1000;

describe('SignUp', () => {
  let practice: Practice;
  beforeEach(() => (practice = new Practice()));

  it('answers the sub, and where the code went, masked', async () => {
    const { UserPoolId, ClientId } = await practice.pool({
      UsernameAttributes: ['email'],
      AutoVerifiedAttributes: ['email'],
    });
    const answer = await practice.call('SignUp', { ClientId, Username: 'jane@example.com', Password });
    expect(answer).to.deep.equal({
      UserConfirmed: false,
      UserSub: answer.UserSub,
      CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'j***@e***' },
    });
    expect(practice.cognito.outbox.messages).to.deep.equal([
      {
        at: practice.now,
        userPoolId: UserPoolId,
        username: answer.UserSub,
        medium: 'EMAIL',
        destination: 'jane@example.com',
        kind: 'sign-up',
        code: practice.code,
      },
    ]);
    expect(practice.code).to.match(/^\d{6}$/);
    expect(JSON.stringify(answer)).not.to.include(practice.code);
    const user = await practice.call('AdminGetUser', { UserPoolId, Username: 'jane@example.com' });
    expect(user).to.include({ UserStatus: 'UNCONFIRMED', Username: answer.UserSub });
  });

  it('tells of no delivery where nothing is verified automatically', async () => {
    const { ClientId } = await practice.pool();
    const input = { ClientId, Username: 'jane', Password, UserAttributes: listed({ email: 'j@example.com' }) };
    expect(await practice.call('SignUp', input)).to.have.all.keys('UserConfirmed', 'UserSub');
    expect(practice.cognito.outbox.messages).to.deep.equal([]);
  });

  it('prefers the phone where both addresses are verified automatically', async () => {
    const { ClientId } = await practice.pool();
    [...practice.cognito.store.pools.values()][0]!.settings.AutoVerifiedAttributes = ['email', 'phone_number'];
    const UserAttributes = listed({ email: 'j@example.com', phone_number: '+12065551234' });
    const { CodeDeliveryDetails } = await practice.call('SignUp', {
      ClientId,
      Username: 'jane',
      Password,
      UserAttributes,
    });
    expect(CodeDeliveryDetails).to.deep.equal({
      AttributeName: 'phone_number',
      DeliveryMedium: 'SMS',
      Destination: '+*******1234',
    });
  });

  it('misses required attributes by AWS’s own names, in AWS’s own order', async () => {
    const names = ['name', 'preferred_username', 'phone_number', 'given_name', 'family_name', 'gender', 'birthdate'];
    const { ClientId } = await practice.pool({
      Schema: [...names, 'updated_at', 'email', 'nickname', 'address'].map((Name) => ({ Name, Required: true })),
    });
    const input = { ClientId, Username: 'jane', Password };
    const missing = [
      'addresses', 'aws:cognito:system.birthdate', 'aws:cognito:system.gender', 'aws:cognito:system.preferred_username',
      'aws:cognito:system.updated_at', 'phoneNumbers', 'emails', 'name.givenName', 'name.familyName', 'name.formatted',
      'nickName',
    ].map((name) => `${name}: The attribute ${name} is required`); // prettier-ignore
    expect(await practice.refusal('SignUp', input)).to.equal(
      `InvalidParameterException: Attributes did not conform to the schema: ${missing.join(', ')}`,
    );
  });

  it('wants a required email as an attribute, though it is the user name', async () => {
    const { ClientId } = await practice.pool({
      UsernameAttributes: ['email'],
      Schema: [{ Name: 'email', Required: true }],
    });
    const input = { ClientId, Username: 'jane@example.com', Password };
    expect(await practice.refusal('SignUp', input)).to.equal(
      'InvalidParameterException: Attributes did not conform to the schema: emails: The attribute emails is required',
    );
    await practice.call('SignUp', { ...input, UserAttributes: listed({ email: 'jane@example.com' }) });
  });

  it('names the first rule that the password breaks', async () => {
    const { ClientId } = await practice.pool();
    const refusal = (weak: string) => practice.refusal('SignUp', { ClientId, Username: 'jane', Password: weak });
    const prefix = 'InvalidPasswordException: Password did not conform with policy: ';
    expect(await refusal('Passw0!')).to.equal(`${prefix}Password not long enough`);
    expect(await refusal('passw0rd!')).to.equal(`${prefix}Password must have uppercase characters`);
    expect(await refusal('PASSW0RD!')).to.equal(`${prefix}Password must have lowercase characters`);
    expect(await refusal('Password!')).to.equal(`${prefix}Password must have numeric characters`);
    expect(await refusal('Passw0rd')).to.equal(`${prefix}Password must have symbol characters`);
  });

  it('refuses a name that is taken', async () => {
    const named = await practice.pool();
    await practice.user(named.UserPoolId, 'jane');
    expect(await practice.refusal('SignUp', { ClientId: named.ClientId, Username: 'jane', Password })).to.equal(
      'UsernameExistsException: User already exists',
    );
    const byEmail = await practice.pool({ UsernameAttributes: ['email'] });
    const input = { ClientId: byEmail.ClientId, Username: 'jane@example.com', Password };
    await practice.call('SignUp', input);
    expect(await practice.refusal('SignUp', input)).to.equal(
      'UsernameExistsException: An account with the given email already exists.',
    );
  });

  it('refuses attributes that are not the user’s to set', async () => {
    const { UserPoolId, ClientId } = await practice.pool({ AliasAttributes: ['preferred_username'] });
    const refusal = (attributes: Record<string, string>, client = ClientId) =>
      practice.refusal('SignUp', {
        ClientId: client,
        Username: 'jane',
        Password,
        UserAttributes: listed(attributes),
      });
    expect(await refusal({ email_verified: 'true' })).to.equal(
      'InvalidParameterException: Cannot modify the non-mutable attribute email_verified',
    );
    expect(await refusal({ preferred_username: 'jj' })).to.equal(
      'InvalidParameterException: Preferred username cannot be provided for unconfirmed account, since user pool is configured for preferred username alias.',
    );
    const narrow = await practice.client(UserPoolId, { WriteAttributes: ['email'] });
    expect(await refusal({ given_name: 'Jane' }, narrow.ClientId)).to.equal(
      'NotAuthorizedException: A client attempted to write unauthorized attribute',
    );
  });

  it('is closed where only administrators create users', async () => {
    const { ClientId } = await practice.pool({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } });
    expect(await practice.refusal('SignUp', { ClientId, Username: 'jane', Password })).to.equal(
      'NotAuthorizedException: SignUp is not permitted for this user pool',
    );
  });

  it('wants a client with a secret to prove that it knows it', async () => {
    const { app } = await practice.pool({}, { GenerateSecret: true });
    const { ClientId, ClientSecret = '' } = app;
    const input = { ClientId, Username: 'jane', Password };
    expect(await practice.refusal('SignUp', input)).to.equal(
      `NotAuthorizedException: Client ${ClientId} is configured with secret but SECRET_HASH was not received`,
    );
    expect(await practice.refusal('SignUp', { ...input, SecretHash: 'bm8=' })).to.equal(
      `NotAuthorizedException: Unable to verify secret hash for client ${ClientId}`,
    );
    const SecretHash = createHmac('sha256', ClientSecret).update(`jane${ClientId}`).digest('base64');
    await practice.call('SignUp', { ...input, SecretHash });
  });

  it('knows no client of another region, or of none', async () => {
    expect(await practice.refusal('SignUp', { ClientId: 'none', Username: 'jane', Password })).to.equal(
      'ResourceNotFoundException: User pool client none does not exist.',
    );
  });
});

describe('ConfirmSignUp and ResendConfirmationCode', () => {
  let practice: Practice;
  let UserPoolId: string;
  let ClientId: string;
  beforeEach(async () => {
    practice = new Practice();
    ({ UserPoolId, ClientId } = await practice.pool({
      AliasAttributes: ['email'],
      AutoVerifiedAttributes: ['email'],
    }));
    await signUp('jane');
  });
  const signUp = (Username: string, email = 'jane@example.com') =>
    practice.call('SignUp', { ClientId, Username, Password, UserAttributes: listed({ email }) });
  const confirmation = (ConfirmationCode: string, Username = 'jane') => ({ ClientId, Username, ConfirmationCode });
  const confirm = (code: string, name?: string) => practice.refusal('ConfirmSignUp', confirmation(code, name));

  it('confirm the user and the address, which is an alias from then on', async () => {
    const { Session, ...rest } = await practice.call('ConfirmSignUp', confirmation(practice.code));
    expect(rest).to.deep.equal({});
    const user = await practice.call('AdminGetUser', { UserPoolId, Username: 'jane@example.com' });
    expect(user).to.include({ Username: 'jane', UserStatus: 'CONFIRMED' });
    const signIn = { ClientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME: 'jane' }, Session };
    expect((await practice.call('InitiateAuth', signIn)).AuthenticationResult).to.include({ TokenType: 'Bearer' });
    expect(await practice.refusal('InitiateAuth', signIn)).to.equal(
      'NotAuthorizedException: Invalid session for the user, session can only be used once.',
    );
    expect(await practice.attributes(UserPoolId, 'jane')).to.include({ email_verified: 'true' });
    expect(await confirm('123456')).to.equal(
      'NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED',
    );
  });

  it('refuse a wrong code, for a while', async () => {
    for (let attempt = 1; attempt <= 15; attempt += 1)
      expect(await confirm('wrong')).to.equal(
        'CodeMismatchException: Invalid verification code provided, please try again.',
      );
    expect(await confirm(practice.code)).to.equal(
      'LimitExceededException: Attempt limit exceeded, please try after some time.',
    );
  });

  it('refuse a code after a day, and send another', async () => {
    practice.now += day + 1;
    const expired = 'ExpiredCodeException: Invalid code provided, please request a code again.';
    expect(await confirm(practice.code)).to.equal(expired);
    const old = practice.code;
    expect(await practice.call('ResendConfirmationCode', { ClientId, Username: 'jane' })).to.deep.equal({
      CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'j***@e***' },
    });
    if (old !== practice.code) expect(await confirm(old)).to.match(/^CodeMismatchException/);
    await practice.call('ConfirmSignUp', confirmation(practice.code));
    expect(await practice.refusal('ResendConfirmationCode', { ClientId, Username: 'jane' })).to.equal(
      'InvalidParameterException: User is already confirmed.',
    );
  });

  it('leave an alias with whoever has it, unless told to move it', async () => {
    await practice.call('ConfirmSignUp', confirmation(practice.code));
    await signUp('joan');
    expect(await confirm(practice.code, 'joan')).to.equal(
      'AliasExistsException: An account with the email already exists.',
    );
    await practice.call('ConfirmSignUp', { ...confirmation(practice.code, 'joan'), ForceAliasCreation: true });
    expect(await practice.attributes(UserPoolId, 'jane')).to.include({ email_verified: 'false' });
    const { Username } = await practice.call('AdminGetUser', { UserPoolId, Username: 'jane@example.com' });
    expect(Username).to.equal('joan');
  });

  it('say that a user does not exist, or hide it, as the client is set', async () => {
    const unknown = 'UserNotFoundException: Username/client id combination not found.';
    expect(await confirm('123456', 'joan')).to.equal(unknown);
    expect(await practice.refusal('ResendConfirmationCode', { ClientId, Username: 'joan' })).to.equal(unknown);
    const hiding = await practice.client(UserPoolId, { PreventUserExistenceErrors: 'ENABLED' });
    ClientId = hiding.ClientId ?? '';
    expect(await confirm('123456', 'joan')).to.match(/^ExpiredCodeException/);
    const { CodeDeliveryDetails } = await practice.call('ResendConfirmationCode', {
      ClientId,
      Username: 'joan@example.com',
    });
    expect(CodeDeliveryDetails?.Destination).to.equal('j***@e***');
    expect(practice.cognito.outbox.messages).to.have.length(1);
  });

  it('do not verify an address that the code did not go to', async () => {
    const update = { UserPoolId, Username: 'jane', UserAttributes: listed({ email: 'other@example.com' }) };
    const { code } = practice;
    await practice.call('AdminUpdateUserAttributes', update);
    await practice.call('ConfirmSignUp', confirmation(code));
    expect(await practice.attributes(UserPoolId, 'jane')).to.include({ email_verified: 'false' });
  });

  it('have nothing to send where nothing is verified automatically', async () => {
    const { ClientId } = await practice.pool();
    await practice.call('SignUp', { ClientId, Username: 'jane', Password });
    expect(await practice.refusal('ResendConfirmationCode', { ClientId, Username: 'jane' })).to.equal(
      'NotAuthorizedException: Cannot resend codes. Auto verification not turned on.',
    );
    expect(await practice.refusal('ConfirmSignUp', { ClientId, Username: 'jane', ConfirmationCode: '1' })).to.match(
      /^ExpiredCodeException/,
    );
  });
});
