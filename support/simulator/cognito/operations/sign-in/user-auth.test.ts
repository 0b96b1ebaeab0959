import { expect } from 'chai';
import { Practice } from '../../../../../tests/support/practice';

describe('USER_AUTH, the sign-in by choice', () => {
  let practice: Practice;
  let UserPoolId: string;
  let ClientId: string;
  beforeEach(async () => {
    practice = new Practice();
    ({ UserPoolId, ClientId } = await practice.pool());
    await practice.user(UserPoolId, 'ann');
  });
  const begin = (parameters: object = {}) => ({
    ClientId,
    AuthFlow: 'USER_AUTH',
    AuthParameters: { USERNAME: 'ann', ...parameters },
  });
  const answer = (ChallengeName: string, Session: string | undefined, responses: object) => ({
    ClientId,
    ChallengeName,
    Session,
    ChallengeResponses: { USERNAME: 'ann', ...responses },
  });

  it('takes the preferred factor where it comes with what begins it', async () => {
    const byPassword = begin({ PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: 'Passw0rd!' });
    expect((await practice.call('InitiateAuth', byPassword)).AuthenticationResult).to.include({ ExpiresIn: 3600 });
    const wrong = begin({ PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: 'wrong' });
    expect(await practice.refusal('InitiateAuth', wrong)).to.equal(
      'NotAuthorizedException: Incorrect username or password.',
    );
    const bySrp = begin({ PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: 'a1' });
    expect((await practice.call('InitiateAuth', bySrp)).ChallengeName).to.equal('PASSWORD_VERIFIER');
  });

  it('asks for what begins the preferred factor', async () => {
    for (const factor of ['PASSWORD', 'PASSWORD_SRP']) {
      const { ChallengeName, Session } = await practice.call('InitiateAuth', begin({ PREFERRED_CHALLENGE: factor }));
      expect(ChallengeName).to.equal(factor);
      const responses = { PASSWORD: 'Passw0rd!', SRP_A: 'a1' };
      await practice.call('RespondToAuthChallenge', answer(factor, Session, responses));
      expect(await practice.refusal('RespondToAuthChallenge', answer(factor, Session, responses))).to.match(
        /can only be used once/,
      );
    }
  });

  it('offers the factors that there are, and continues with the chosen one', async () => {
    for (const parameters of [{}, { PREFERRED_CHALLENGE: 'EMAIL_OTP' }]) {
      const choice = await practice.call('InitiateAuth', begin(parameters));
      expect(choice).to.include({ ChallengeName: 'SELECT_CHALLENGE' });
      expect(choice.AvailableChallenges).to.have.members(['PASSWORD', 'PASSWORD_SRP']);
      const respond = (responses: object) => answer('SELECT_CHALLENGE', choice.Session, responses);
      const code = 'InvalidParameterException: ';
      expect(await practice.refusal('RespondToAuthChallenge', respond({}))).to.equal(
        `${code}Missing required parameter ANSWER`,
      );
      expect(await practice.refusal('RespondToAuthChallenge', respond({ ANSWER: 'WEB_AUTHN' }))).to.equal(
        `${code}Selected challenge WEB_AUTHN is not available.`,
      );
      expect(await practice.refusal('RespondToAuthChallenge', respond({ ANSWER: 'PASSWORD' }))).to.equal(
        `${code}Missing required parameter PASSWORD`,
      );
      const done = await practice.call(
        'RespondToAuthChallenge',
        respond({ ANSWER: 'PASSWORD', PASSWORD: 'Passw0rd!' }),
      );
      expect(done.AuthenticationResult).to.include({ TokenType: 'Bearer' });
    }
  });

  it('hides who does not exist where the client does', async () => {
    const nobody = begin({ USERNAME: 'bob' });
    expect(await practice.refusal('InitiateAuth', nobody)).to.equal('UserNotFoundException: User does not exist.');
    ClientId = (await practice.client(UserPoolId, { PreventUserExistenceErrors: 'ENABLED' })).ClientId ?? '';
    const { Session } = await practice.call('InitiateAuth', { ...nobody, ClientId });
    const responses = { USERNAME: 'bob', ANSWER: 'PASSWORD', PASSWORD: 'Passw0rd!' };
    expect(await practice.refusal('RespondToAuthChallenge', answer('SELECT_CHALLENGE', Session, responses))).to.equal(
      'NotAuthorizedException: Incorrect username or password.',
    );
  });
});
