import { expect } from 'chai';
import { Practice } from '../../../../../tests/support/practice';

const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' };
const both = {
  email: 'ann@example.com',
  email_verified: 'true',
  phone_number: '+12065550100',
  phone_number_verified: 'true',
};

describe('A code in a message', () => {
  let practice: Practice;
  let UserPoolId: string;
  let ClientId: string;
  beforeEach(() => (practice = new Practice()));

  const begin = (AuthFlow = 'USER_PASSWORD_AUTH', parameters: object = { PASSWORD: 'Passw0rd!' }) =>
    practice.call('InitiateAuth', { ClientId, AuthFlow, AuthParameters: { USERNAME: 'ann', ...parameters } });
  const answer = (ChallengeName: string | undefined, Session: string | undefined, responses: object) => ({
    ClientId,
    ChallengeName,
    Session,
    ChallengeResponses: { USERNAME: 'ann', ...responses },
  });

  describe('as the second factor', () => {
    beforeEach(async () => {
      ({ UserPoolId, ClientId } = await practice.pool({
        MfaConfiguration: 'ON',
        SmsConfiguration,
        AutoVerifiedAttributes: ['phone_number'],
      }));
      await practice.user(UserPoolId, 'ann', both);
    });

    it('goes out by SMS where everyone needs one', async () => {
      const { Session, ...challenge } = await begin();
      expect(challenge).to.deep.equal({
        ChallengeName: 'SMS_MFA',
        ChallengeParameters: {
          CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS',
          CODE_DELIVERY_DESTINATION: '+*******0100',
          USER_ID_FOR_SRP: 'ann',
        },
      });
      expect(practice.code).to.match(/^\d{6}$/);
      expect(
        await practice.refusal('RespondToAuthChallenge', answer('SMS_MFA', Session, { SMS_MFA_CODE: '1' })),
      ).to.equal('CodeMismatchException: Invalid code or auth state for the user.');
      const right = answer('SMS_MFA', Session, { SMS_MFA_CODE: practice.code });
      expect(await practice.call('RespondToAuthChallenge', right)).to.have.property('AuthenticationResult');
      expect(await practice.refusal('RespondToAuthChallenge', right)).to.match(/can only be used once/);
    });

    it('is one of several, of which the user chooses', async () => {
      await practice.call('SetUserPoolMfaConfig', {
        UserPoolId,
        MfaConfiguration: 'ON',
        SmsMfaConfiguration: { SmsConfiguration },
        SoftwareTokenMfaConfiguration: { Enabled: true },
      });
      const [user] = practice.record(UserPoolId).users.values();
      user!.softwareToken = { secret: 'A'.repeat(52), verified: true };
      const { ChallengeName, ChallengeParameters, Session } = await begin();
      expect(ChallengeName).to.equal('SELECT_MFA_TYPE');
      expect(ChallengeParameters?.MFAS_CAN_CHOOSE).to.equal('["SMS_MFA","SOFTWARE_TOKEN_MFA"]');
      expect(
        await practice.refusal('RespondToAuthChallenge', answer(ChallengeName, Session, { ANSWER: 'X' })),
      ).to.match(/^InvalidParameterException/);
      const chosen = await practice.call(
        'RespondToAuthChallenge',
        answer(ChallengeName, Session, { ANSWER: 'SMS_MFA' }),
      );
      expect(chosen.ChallengeName).to.equal('SMS_MFA');
      await practice.call('AdminSetUserMFAPreference', {
        UserPoolId,
        Username: 'ann',
        SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
      });
      expect((await begin()).ChallengeName).to.equal('SOFTWARE_TOKEN_MFA');
    });

    it('is to be set up by who has no number', async () => {
      await practice.call('AdminDeleteUserAttributes', {
        UserPoolId,
        Username: 'ann',
        UserAttributeNames: ['phone_number'],
      });
      const { ChallengeName, ChallengeParameters } = await begin();
      expect(ChallengeName).to.equal('MFA_SETUP');
      expect(ChallengeParameters?.MFAS_CAN_SETUP).to.equal('["SMS_MFA"]');
    });
  });

  describe('as the first factor', () => {
    beforeEach(async () => {
      ({ UserPoolId, ClientId } = await practice.pool({
        SmsConfiguration,
        Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'] } },
      }));
      await practice.user(UserPoolId, 'ann', both);
    });
    const prefer = (PREFERRED_CHALLENGE: string) => begin('USER_AUTH', { PREFERRED_CHALLENGE });

    it('signs the user in', async () => {
      const { Session, ...challenge } = await prefer('EMAIL_OTP');
      expect(challenge).to.deep.equal({
        ChallengeName: 'EMAIL_OTP',
        AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
        ChallengeParameters: {
          CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL',
          CODE_DELIVERY_DESTINATION: 'a***@e***',
          USER_ID_FOR_SRP: 'ann',
        },
      });
      expect(practice.code).to.match(/^\d{8}$/);
      const right = answer('EMAIL_OTP', Session, { EMAIL_OTP_CODE: practice.code });
      expect(await practice.call('RespondToAuthChallenge', right)).to.have.property('AuthenticationResult');
    });

    it('is chosen when it was not preferred', async () => {
      const { Session } = await begin('USER_AUTH', {});
      const chosen = await practice.call(
        'RespondToAuthChallenge',
        answer('SELECT_CHALLENGE', Session, { ANSWER: 'SMS_OTP' }),
      );
      expect(chosen.ChallengeName).to.equal('SMS_OTP');
      const right = answer('SMS_OTP', chosen.Session, { SMS_OTP_CODE: practice.code });
      expect(await practice.call('RespondToAuthChallenge', right)).to.have.property('AuthenticationResult');
    });

    it('is not for who must change a temporary password', async () => {
      await practice.call('AdminSetUserPassword', { UserPoolId, Username: 'ann', Password: 'Passw0rd!' });
      expect(await prefer('EMAIL_OTP')).to.deep.include({
        ChallengeName: 'SELECT_CHALLENGE',
        AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD'],
      });
    });

    it('is all that a user without a password has', async () => {
      await practice.call('AdminDeleteUser', { UserPoolId, Username: 'ann' });
      const { User } = await practice.call('AdminCreateUser', {
        UserPoolId,
        Username: 'ann',
        UserAttributes: [
          { Name: 'email', Value: 'ann@example.com' },
          { Name: 'email_verified', Value: 'true' },
        ],
      });
      expect(User?.UserStatus).to.equal('CONFIRMED');
      expect(await begin('USER_AUTH', {})).to.deep.include({
        ChallengeName: 'EMAIL_OTP',
        AvailableChallenges: ['EMAIL_OTP'],
      });
    });

    it('seems to go to a user who does not exist, where the client hides that', async () => {
      ClientId = (await practice.client(UserPoolId, { PreventUserExistenceErrors: 'ENABLED' })).ClientId ?? '';
      const USERNAME = 'nobody@example.com';
      const { Session, ChallengeParameters } = await begin('USER_AUTH', { USERNAME, PREFERRED_CHALLENGE: 'EMAIL_OTP' });
      expect(ChallengeParameters?.CODE_DELIVERY_DESTINATION).to.equal('n***@e***');
      expect(practice.cognito.outbox.messages).to.deep.equal([]);
      const guess = answer('EMAIL_OTP', Session, { USERNAME, EMAIL_OTP_CODE: '12345678' });
      expect(await practice.refusal('RespondToAuthChallenge', guess)).to.match(/^CodeMismatchException/);
    });
  });
});
