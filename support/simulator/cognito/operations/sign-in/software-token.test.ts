import { expect } from 'chai';
import { totp } from '../../sign-in/totp';
import { Practice } from '../../../../../tests/support/practice';

describe('A second factor', () => {
  let practice: Practice;
  let UserPoolId: string;
  let ClientId: string;
  beforeEach(async () => {
    practice = new Practice();
    ({ UserPoolId, ClientId } = await practice.pool());
    await practice.user(UserPoolId, 'ann');
  });
  const need = (MfaConfiguration: string) =>
    practice.call('SetUserPoolMfaConfig', {
      UserPoolId,
      MfaConfiguration,
      SoftwareTokenMfaConfiguration: { Enabled: true },
    });
  const begin = () =>
    practice.call('InitiateAuth', {
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'ann', PASSWORD: 'Passw0rd!' },
    });
  const respond = (ChallengeName: string, Session: string | undefined, responses: object = {}) => ({
    ClientId,
    ChallengeName,
    Session,
    ChallengeResponses: { USERNAME: 'ann', ...responses },
  });
  /** The next code of the authenticator: each is good only once. */
  const nextCode = (secret: string) => totp(secret, (practice.now += 30_000));

  it('is as RFC 6238 has it', () => {
    // The RFC's secret 12345678901234567890 in base32; its codes have eight digits, of which six are left.
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    expect(totp(secret, 59_000)).to.equal('287082');
    expect(totp(secret, 1_111_111_109_000)).to.equal('081804');
    expect(totp(secret, 20_000_000_000_000)).to.equal('353130');
  });

  it('is set up at the first sign-in where everyone needs one, and asked for from then on', async () => {
    await need('ON');
    const challenge = await begin();
    expect(challenge.ChallengeName).to.equal('MFA_SETUP');
    expect(challenge.ChallengeParameters).to.deep.equal({
      MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]',
      USER_ID_FOR_SRP: 'ann',
    });
    expect(await practice.refusal('RespondToAuthChallenge', respond('MFA_SETUP', challenge.Session))).to.match(
      /^SoftwareTokenMFANotFoundException/,
    );
    const { SecretCode = '', Session } = await practice.call('AssociateSoftwareToken', { Session: challenge.Session });
    expect(SecretCode).to.match(/^[A-Z2-7]{52}$/);
    expect(await practice.refusal('VerifySoftwareToken', { Session, UserCode: '000000' })).to.equal(
      'EnableSoftwareTokenMFAException: Code mismatch and fail enable Software Token MFA',
    );
    const verified = await practice.call('VerifySoftwareToken', { Session, UserCode: nextCode(SecretCode) });
    expect(verified.Status).to.equal('SUCCESS');
    const done = await practice.call('RespondToAuthChallenge', respond('MFA_SETUP', verified.Session));
    expect(done.AuthenticationResult).to.include({ TokenType: 'Bearer' });

    const again = await begin();
    expect(again.ChallengeName).to.equal('SOFTWARE_TOKEN_MFA');
    const answer = (code: string) => respond('SOFTWARE_TOKEN_MFA', again.Session, { SOFTWARE_TOKEN_MFA_CODE: code });
    expect(await practice.refusal('RespondToAuthChallenge', answer('000000'))).to.equal(
      'CodeMismatchException: Invalid code received for user',
    );
    const code = nextCode(SecretCode);
    expect(await practice.call('RespondToAuthChallenge', answer(code))).to.have.property('AuthenticationResult');
    const third = await begin();
    const replay = respond('SOFTWARE_TOKEN_MFA', third.Session, { SOFTWARE_TOKEN_MFA_CODE: code });
    expect(await practice.refusal('RespondToAuthChallenge', replay)).to.equal(
      'ExpiredCodeException: Your software token has already been used once.',
    );
  });

  it('is the user’s choice where the pool leaves it to them', async () => {
    await need('OPTIONAL');
    const { AccessToken } = await practice.signIn(ClientId, 'ann');
    const prefer = { AccessToken, SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } };
    const refusal = 'InvalidParameterException: User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA';
    expect(await practice.refusal('SetUserMFAPreference', prefer)).to.equal(refusal);
    const { SecretCode = '', ...rest } = await practice.call('AssociateSoftwareToken', { AccessToken });
    expect(rest).to.deep.equal({});
    expect(await practice.refusal('SetUserMFAPreference', prefer)).to.equal(refusal);
    const UserCode = nextCode(SecretCode);
    expect(await practice.call('VerifySoftwareToken', { AccessToken, UserCode })).to.deep.equal({ Status: 'SUCCESS' });
    expect(await begin()).to.have.property('AuthenticationResult');
    expect(await practice.call('SetUserMFAPreference', prefer)).to.deep.equal({});
    expect(await practice.call('GetUser', { AccessToken })).to.deep.include({
      UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
      PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
    });
    expect((await begin()).ChallengeName).to.equal('SOFTWARE_TOKEN_MFA');
    const off = { UserPoolId, Username: 'ann', SoftwareTokenMfaSettings: { Enabled: false } };
    await practice.call('AdminSetUserMFAPreference', off);
    expect(await begin()).to.have.property('AuthenticationResult');
    expect(await practice.call('AdminGetUser', { UserPoolId, Username: 'ann' })).not.to.have.any.keys(
      'UserMFASettingList',
      'PreferredMfaSetting',
    );
  });

  it('follows a new password as it follows an old one', async () => {
    await need('ON');
    await practice.call('AdminSetUserPassword', { UserPoolId, Username: 'ann', Password: 'Passw0rd!' });
    const { ChallengeName, Session } = await begin();
    expect(ChallengeName).to.equal('NEW_PASSWORD_REQUIRED');
    const answer = respond('NEW_PASSWORD_REQUIRED', Session, { NEW_PASSWORD: 'Passw1rd!' });
    expect((await practice.call('RespondToAuthChallenge', answer)).ChallengeName).to.equal('MFA_SETUP');
  });

  it('cannot be set up where the pool has none, or by nobody', async () => {
    const { AccessToken } = await practice.signIn(ClientId, 'ann');
    expect(await practice.refusal('AssociateSoftwareToken', { AccessToken })).to.match(
      /^SoftwareTokenMFANotFoundException/,
    );
    expect(await practice.refusal('AssociateSoftwareToken', {})).to.match(/^InvalidParameterException/);
    expect(await practice.refusal('AssociateSoftwareToken', { Session: 'x'.repeat(20) })).to.equal(
      'NotAuthorizedException: Invalid session for the user.',
    );
  });
});
