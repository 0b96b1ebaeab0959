import { expect } from 'chai';
import { Practice } from '../../../../../tests/support/practice';

const hour = 60 * 60 * 1000;

describe('A forgotten password', () => {
  let practice: Practice;
  let UserPoolId: string;
  let ClientId: string;
  const verified = { email: 'ann@example.com', email_verified: 'true' };
  beforeEach(async () => {
    practice = new Practice();
    ({ UserPoolId, ClientId } = await practice.pool());
    await practice.user(UserPoolId, 'ann', verified);
  });
  const forgotten = (Username = 'ann') => ({ ClientId, Username });
  const confirmation = (ConfirmationCode: string, Password = 'Passw1rd!', Username = 'ann') => ({
    ClientId,
    Username,
    ConfirmationCode,
    Password,
  });

  it('is set anew with a code that is good for an hour, and once', async () => {
    expect(await practice.call('ForgotPassword', forgotten())).to.deep.equal({
      CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'a***@e***' },
    });
    const { code } = practice;
    practice.now += hour;
    expect(await practice.refusal('ConfirmForgotPassword', confirmation(code, 'Passw1rd'))).to.equal(
      'InvalidPasswordException: Password does not conform to policy: Password must have symbol characters',
    );
    expect(await practice.call('ConfirmForgotPassword', confirmation(code))).to.deep.equal({});
    await practice.signIn(ClientId, 'ann', 'Passw1rd!');
    expect(await practice.refusal('ConfirmForgotPassword', confirmation(code))).to.match(/^ExpiredCodeException/);
  });

  it('stays as it is for a wrong code, a late one, and after too many', async () => {
    await practice.call('ForgotPassword', forgotten());
    practice.now += hour + 1;
    expect(await practice.refusal('ConfirmForgotPassword', confirmation(practice.code))).to.equal(
      'ExpiredCodeException: Invalid code provided, please request a code again.',
    );
    await practice.call('ForgotPassword', forgotten());
    for (let attempt = 1; attempt <= 5; attempt += 1)
      expect(await practice.refusal('ConfirmForgotPassword', confirmation('wrong'))).to.equal(
        'CodeMismatchException: Invalid verification code provided, please try again.',
      );
    expect(await practice.refusal('ConfirmForgotPassword', confirmation(practice.code))).to.equal(
      'LimitExceededException: Attempt limit exceeded, please try after some time.',
    );
    await practice.signIn(ClientId, 'ann');
  });

  it('needs a verified address, of the kind that the pool recovers by', async () => {
    await practice.user(UserPoolId, 'bob', { email: 'bob@example.com' });
    const nowhere =
      'InvalidParameterException: Cannot reset password for the user as there is no registered/verified email or phone_number';
    expect(await practice.refusal('ForgotPassword', forgotten('bob'))).to.equal(nowhere);
    const byPhone = await practice.pool({
      AccountRecoverySetting: {
        RecoveryMechanisms: [
          { Name: 'verified_email', Priority: 2 },
          { Name: 'verified_phone_number', Priority: 1 },
        ],
      },
    });
    const both = { ...verified, phone_number: '+12065550100', phone_number_verified: 'true' };
    await practice.user(byPhone.UserPoolId, 'ann', both);
    const { CodeDeliveryDetails } = await practice.call('ForgotPassword', {
      ClientId: byPhone.ClientId,
      Username: 'ann',
    });
    expect(CodeDeliveryDetails?.DeliveryMedium).to.equal('SMS');
    const byAdmin = await practice.pool({
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] },
    });
    await practice.user(byAdmin.UserPoolId, 'ann', both);
    expect(await practice.refusal('ForgotPassword', { ClientId: byAdmin.ClientId, Username: 'ann' })).to.equal(
      'NotAuthorizedException: Contact administrator to reset password.',
    );
  });

  it('is nobody’s who is disabled, unknown or has a temporary one', async () => {
    expect(await practice.refusal('ForgotPassword', forgotten('bob'))).to.equal(
      'UserNotFoundException: Username/client id combination not found.',
    );
    expect(await practice.refusal('ConfirmForgotPassword', confirmation('1', 'Passw1rd!', 'bob'))).to.equal(
      'UserNotFoundException: Username/client id combination not found.',
    );
    await practice.call('AdminSetUserPassword', { UserPoolId, Username: 'ann', Password: 'Passw0rd!' });
    expect(await practice.refusal('ForgotPassword', forgotten())).to.equal(
      'NotAuthorizedException: User password cannot be reset in the current state.',
    );
    await practice.call('AdminDisableUser', { UserPoolId, Username: 'ann' });
    expect(await practice.refusal('ForgotPassword', forgotten())).to.equal('NotAuthorizedException: User is disabled.');
  });

  it('tells a client that hides users the same of anyone', async () => {
    ClientId = (await practice.client(UserPoolId, { PreventUserExistenceErrors: 'ENABLED' })).ClientId ?? '';
    const first = await practice.call('ForgotPassword', forgotten('nobody'));
    expect(first.CodeDeliveryDetails).to.include({ AttributeName: 'email', DeliveryMedium: 'EMAIL' });
    expect(first.CodeDeliveryDetails?.Destination).to.match(/^[a-z]\*\*\*@[a-z]\*\*\*$/);
    expect(await practice.call('ForgotPassword', forgotten('nobody'))).to.deep.equal(first);
    expect(
      (await practice.call('ForgotPassword', forgotten('+12065550100'))).CodeDeliveryDetails?.Destination,
    ).to.equal('+*******0100');
    expect(practice.cognito.outbox.messages).to.deep.equal([]);
    expect(await practice.refusal('ConfirmForgotPassword', confirmation('1', 'Passw1rd!', 'nobody'))).to.match(
      /^CodeMismatchException/,
    );
  });
});

describe('ChangePassword', () => {
  let practice: Practice;
  let AccessToken: string;
  let ClientId: string;
  beforeEach(async () => {
    practice = new Practice();
    const pool = await practice.pool();
    ({ ClientId } = pool);
    await practice.user(pool.UserPoolId, 'ann');
    ({ AccessToken } = await practice.signIn(ClientId, 'ann'));
  });
  const change = (PreviousPassword: string, ProposedPassword: string) => ({
    AccessToken,
    PreviousPassword,
    ProposedPassword,
  });

  it('takes the old password for the new one, and leaves the tokens', async () => {
    expect(await practice.call('ChangePassword', change('Passw0rd!', 'Passw1rd!'))).to.deep.equal({});
    await practice.call('GetUser', { AccessToken });
    await practice.signIn(ClientId, 'ann', 'Passw1rd!');
  });

  it('refuses a wrong old one, for a while, and a weak new one', async () => {
    expect(await practice.refusal('ChangePassword', change('Passw0rd!', 'Passw1rd'))).to.equal(
      'InvalidPasswordException: Password does not conform to policy: Password must have symbol characters',
    );
    for (let attempt = 1; attempt <= 5; attempt += 1)
      expect(await practice.refusal('ChangePassword', change('Passw9rd!', 'Passw1rd!'))).to.equal(
        'NotAuthorizedException: Incorrect username or password.',
      );
    expect(await practice.refusal('ChangePassword', change('Passw0rd!', 'Passw1rd!'))).to.equal(
      'LimitExceededException: Attempt limit exceeded, please try after some time.',
    );
    practice.now += 1000;
    await practice.call('ChangePassword', change('Passw0rd!', 'Passw1rd!'));
  });
});
