import { createHmac } from 'node:crypto';
import { expect } from 'chai';
import type { ExplicitAuthFlowsType } from '@aws-sdk/client-cognito-identity-provider';
import { claims, listed, Practice } from '../../../../../tests/support/practice';

const day = 24 * 60 * 60 * 1000;

describe('A sign-in by password', () => {
  let practice: Practice;
  let UserPoolId: string;
  let ClientId: string;
  beforeEach(async () => {
    practice = new Practice();
    ({ UserPoolId, ClientId } = await practice.pool());
    await practice.user(UserPoolId, 'ann');
  });
  const byPassword = (USERNAME = 'ann', PASSWORD = 'Passw0rd!') => ({
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME, PASSWORD },
  });
  const refusal = (USERNAME?: string, PASSWORD?: string) =>
    practice.refusal('InitiateAuth', byPassword(USERNAME, PASSWORD));

  it('answers five members and no challenge, by either operation', async () => {
    const answer = await practice.call('InitiateAuth', byPassword());
    expect(answer).to.have.all.keys('AuthenticationResult', 'ChallengeParameters');
    expect(answer.ChallengeParameters).to.deep.equal({});
    expect(answer.AuthenticationResult).to.have.all.keys(
      'AccessToken', 'ExpiresIn', 'IdToken', 'RefreshToken', 'TokenType',
    ); // prettier-ignore
    expect(answer.AuthenticationResult).to.include({ ExpiresIn: 3600, TokenType: 'Bearer' });
    for (const AuthFlow of ['ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH', 'USER_PASSWORD_AUTH']) {
      const input = { ...byPassword(), UserPoolId, AuthFlow };
      const { AuthenticationResult } = await practice.call('AdminInitiateAuth', input);
      expect(claims(AuthenticationResult?.IdToken)['cognito:username']).to.equal('ann');
    }
  });

  it('takes any name that stands for the user', async () => {
    const byEmail = await practice.pool({
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
    });
    const { Username: sub = '' } = await practice.user(byEmail.UserPoolId, 'ann@example.com');
    for (const name of ['ann@example.com', 'ANN@example.com', sub]) await practice.signIn(byEmail.ClientId, name);
  });

  it('does not tell a wrong password from a wrong name, unless the client is of the old kind', async () => {
    const wrong = 'NotAuthorizedException: Incorrect username or password.';
    expect(await refusal('ann', 'Passw1rd!')).to.equal(wrong);
    expect(await refusal('bob')).to.equal('UserNotFoundException: User does not exist.');
    ClientId = (await practice.client(UserPoolId, { PreventUserExistenceErrors: 'LEGACY' })).ClientId ?? '';
    expect(await refusal('bob')).to.equal('UserNotFoundException: User does not exist.');
    ClientId = (await practice.client(UserPoolId, { PreventUserExistenceErrors: 'ENABLED' })).ClientId ?? '';
    expect(await refusal('bob')).to.equal(wrong);
    const admin = { ...byPassword('bob'), UserPoolId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' };
    expect(await practice.refusal('AdminInitiateAuth', admin)).to.equal(wrong);
  });

  it('misses what is missing', async () => {
    const { AuthParameters, ...call } = byPassword();
    const code = 'InvalidParameterException: Missing required parameter ';
    const without = (AuthParametersOf: object) =>
      practice.refusal('InitiateAuth', { ...call, AuthParameters: AuthParametersOf });
    expect(await without({})).to.equal(`${code}USERNAME`);
    expect(await without({ USERNAME: AuthParameters.USERNAME })).to.equal(`${code}PASSWORD`);
    expect(await practice.refusal('InitiateAuth', call)).to.equal(`${code}USERNAME`);
  });

  it('is open to the flows of the client, and to no other', async () => {
    const begin = async (flows: ExplicitAuthFlowsType[] | undefined, AuthFlow: string) => {
      const client = await practice.client(UserPoolId, { ExplicitAuthFlows: flows });
      const input = {
        ClientId: client.ClientId,
        AuthFlow,
        AuthParameters: { USERNAME: 'ann', PASSWORD: 'Passw0rd!', SRP_A: 'a1', REFRESH_TOKEN: 'none' },
      };
      const call = AuthFlow.startsWith('ADMIN')
        ? practice.call('AdminInitiateAuth', { ...input, UserPoolId })
        : practice.call('InitiateAuth', input);
      return call.then(({ ChallengeName = 'tokens' }) => ChallengeName, String);
    };
    const code = 'InvalidParameterException: ';
    const off = (flow: string) => `${code}${flow} flow not enabled for this client`;
    expect(await begin(undefined, 'USER_PASSWORD_AUTH')).to.equal(off('USER_PASSWORD_AUTH'));
    expect(await begin(undefined, 'USER_SRP_AUTH')).to.equal('PASSWORD_VERIFIER');
    expect(await begin(undefined, 'REFRESH_TOKEN_AUTH')).to.equal('NotAuthorizedException: Invalid Refresh Token');
    expect(await begin(undefined, 'ADMIN_USER_PASSWORD_AUTH')).to.equal(off('Auth'));
    expect(await begin(undefined, 'USER_AUTH')).to.equal(off('USER_AUTH'));
    expect(await begin(undefined, 'CUSTOM_AUTH')).to.match(/Custom auth lambda trigger is not configured/);
    expect(await begin(['ALLOW_USER_PASSWORD_AUTH'], 'USER_PASSWORD_AUTH')).to.equal('tokens');
    expect(await begin(['ALLOW_USER_PASSWORD_AUTH'], 'USER_SRP_AUTH')).to.equal(
      `${code}USER_SRP_AUTH is not enabled for the client.`,
    );
    expect(await begin(['ALLOW_USER_PASSWORD_AUTH'], 'REFRESH_TOKEN')).to.equal(off('Auth'));
    expect(await begin(['ADMIN_NO_SRP_AUTH'], 'ADMIN_NO_SRP_AUTH')).to.equal('tokens');
    expect(await begin(['USER_PASSWORD_AUTH'], 'USER_PASSWORD_AUTH')).to.equal('tokens');
    expect(await begin(['USER_PASSWORD_AUTH'], 'USER_SRP_AUTH')).to.equal('PASSWORD_VERIFIER');
    const admin = { ...byPassword(), AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' };
    expect(await practice.refusal('InitiateAuth', admin)).to.equal(`${code}Initiate Auth method not supported.`);
  });

  it('wants a client with a secret to prove that it knows it', async () => {
    const { ClientId: id = '', ClientSecret = '' } = await practice.client(UserPoolId, { GenerateSecret: true });
    ClientId = id;
    expect(await refusal()).to.equal(
      `NotAuthorizedException: Client ${id} is configured with secret but SECRET_HASH was not received`,
    );
    const hashed = (name: string) => ({
      ...byPassword(),
      AuthParameters: {
        ...byPassword().AuthParameters,
        SECRET_HASH: createHmac('sha256', ClientSecret)
          .update(name + id)
          .digest('base64'),
      },
    });
    expect(await practice.refusal('InitiateAuth', hashed('bob'))).to.equal(
      `NotAuthorizedException: Unable to verify secret hash for client ${id}`,
    );
    await practice.call('InitiateAuth', hashed('ann'));
  });

  it('knows only its own pool’s clients', async () => {
    const other = await practice.pool();
    const input = { ...byPassword(), UserPoolId: other.UserPoolId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' };
    const gone = `ResourceNotFoundException: User pool client ${ClientId} does not exist.`;
    expect(await practice.refusal('AdminInitiateAuth', input)).to.equal(
      `ResourceNotFoundException: User pool client ${ClientId} does not exist in user pool ${other.UserPoolId}.`,
    );
    await practice.call('DeleteUserPoolClient', { UserPoolId, ClientId });
    expect(await refusal()).to.equal(gone);
  });

  it('waits for the sign-up to be confirmed, once the password is right', async () => {
    await practice.call('SignUp', { ClientId, Username: 'bob', Password: 'Passw0rd!' });
    expect(await refusal('bob')).to.equal('UserNotConfirmedException: User is not confirmed.');
    expect(await refusal('bob', 'Passw1rd!')).to.match(/Incorrect username or password/);
  });

  it('is shut for longer and longer after the fifth wrong password', async () => {
    for (let attempt = 1; attempt <= 5; attempt += 1) expect(await refusal('ann', 'wrong')).to.match(/Incorrect/);
    expect(await refusal()).to.equal('NotAuthorizedException: Password attempts exceeded');
    practice.now += 1000;
    expect(await refusal('ann', 'wrong')).to.match(/Incorrect/);
    practice.now += 1999;
    expect(await refusal()).to.match(/Password attempts exceeded/);
    practice.now += 1;
    await practice.signIn(ClientId, 'ann');
    expect(await refusal('ann', 'wrong')).to.match(/Incorrect/);
    await practice.signIn(ClientId, 'ann');
  });

  it('counts wrong passwords anew after a quiet quarter of an hour', async () => {
    for (let attempt = 1; attempt <= 5; attempt += 1) await refusal('ann', 'wrong');
    practice.now += 1000 + 15 * 60 * 1000;
    await refusal('ann', 'wrong');
    await practice.signIn(ClientId, 'ann');
  });

  describe('that is temporary', () => {
    beforeEach(async () => {
      ({ UserPoolId, ClientId } = await practice.pool({
        Schema: [
          { Name: 'name', Required: true },
          { Name: 'email', Required: true },
        ],
      }));
      await practice.call('AdminCreateUser', {
        UserPoolId,
        Username: 'ann',
        TemporaryPassword: 'Passw0rd!',
        UserAttributes: listed({ email: 'ann@example.com', email_verified: 'true' }),
      });
    });
    const answer = (Session: string | undefined, responses: Record<string, string> = {}) => ({
      ClientId,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session,
      ChallengeResponses: { USERNAME: 'ann', NEW_PASSWORD: 'Passw1rd!', 'userAttributes.name': 'Ann', ...responses },
    });
    const session = async () => (await practice.call('InitiateAuth', byPassword())).Session ?? '';
    const responding = async (responses: Record<string, string>) =>
      practice.refusal('RespondToAuthChallenge', answer(await session(), responses));

    it('has to be changed, and what is missing to be given', async () => {
      const challenge = await practice.call('InitiateAuth', byPassword());
      expect(challenge).to.have.all.keys('ChallengeName', 'ChallengeParameters', 'Session');
      expect(challenge.ChallengeName).to.equal('NEW_PASSWORD_REQUIRED');
      expect(challenge.ChallengeParameters).to.deep.equal({
        USER_ID_FOR_SRP: 'ann',
        requiredAttributes: '["userAttributes.name"]',
        userAttributes: '{"email":"ann@example.com","email_verified":"true"}',
      });
      const { AuthenticationResult } = await practice.call('RespondToAuthChallenge', answer(challenge.Session));
      expect(claims(AuthenticationResult?.IdToken)).to.include({ name: 'Ann', email_verified: true });
      const user = await practice.call('AdminGetUser', { UserPoolId, Username: 'ann' });
      expect(user.UserStatus).to.equal('CONFIRMED');
      await practice.signIn(ClientId, 'ann', 'Passw1rd!');
    });

    it('is asked for and changed by either pair of operations', async () => {
      const admin = { ...byPassword(), UserPoolId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' };
      const fromAdmin = await practice.call('AdminInitiateAuth', admin);
      await practice.call('RespondToAuthChallenge', answer(fromAdmin.Session));
      await practice.call('AdminSetUserPassword', { UserPoolId, Username: 'ann', Password: 'Passw0rd!' });
      const ChallengeResponses = { USERNAME: 'ann', NEW_PASSWORD: 'Passw1rd!' };
      const toAdmin = { ...answer(await session()), UserPoolId, ChallengeResponses };
      await practice.call('AdminRespondToAuthChallenge', toAdmin);
    });

    it('stays for a weak answer, which does not use the session up; a good one does', async () => {
      const Session = await session();
      expect(await practice.refusal('RespondToAuthChallenge', answer(Session, { NEW_PASSWORD: 'Passw0rd' }))).to.equal(
        'InvalidPasswordException: Password does not conform to policy: Password must have symbol characters',
      );
      await practice.call('RespondToAuthChallenge', answer(Session));
      expect(await practice.refusal('RespondToAuthChallenge', answer(Session))).to.equal(
        'NotAuthorizedException: Invalid session for the user, session can only be used once.',
      );
    });

    it('refuses answers about attributes that are missing, there already, or not the client’s', async () => {
      expect(await responding({ 'userAttributes.name': '' })).to.equal(
        'InvalidParameterException: Invalid attributes given, name is missing',
      );
      expect(await responding({ 'userAttributes.email': 'x@example.com' })).to.equal(
        'NotAuthorizedException: Cannot modify an already provided email',
      );
      expect(await responding({ 'userAttributes.nonsense': 'x' })).to.match(/Type for attribute {nonsense}/);
      expect(await responding({ NEW_PASSWORD: '' })).to.equal(
        'InvalidParameterException: Missing required parameter NEW_PASSWORD',
      );
      await practice.call('UpdateUserPoolClient', {
        UserPoolId,
        ClientId,
        WriteAttributes: ['name', 'email'],
        ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
      });
      expect(await responding({ 'userAttributes.given_name': 'A' })).to.equal(
        'NotAuthorizedException: A client attempted to write unauthorized attribute',
      );
    });

    it('keeps its session for the user, the client and the challenge that it was opened for, and three minutes', async () => {
      const Session = await session();
      const invalid = 'NotAuthorizedException: Invalid session for the user.';
      await practice.user(UserPoolId, 'bob', { name: 'Bob' });
      expect(await practice.refusal('RespondToAuthChallenge', answer(Session, { USERNAME: 'bob' }))).to.equal(invalid);
      expect(await practice.refusal('RespondToAuthChallenge', answer(Session, { USERNAME: 'nobody' }))).to.equal(
        invalid,
      );
      const other = await practice.client(UserPoolId);
      expect(
        await practice.refusal('RespondToAuthChallenge', { ...answer(Session), ClientId: other.ClientId }),
      ).to.equal(invalid);
      expect(
        await practice.refusal('RespondToAuthChallenge', {
          ...answer(Session, { SOFTWARE_TOKEN_MFA_CODE: '123456' }),
          ChallengeName: 'SOFTWARE_TOKEN_MFA',
        }),
      ).to.equal(invalid);
      expect(await practice.refusal('RespondToAuthChallenge', answer('x'.repeat(20)))).to.equal(invalid);
      expect(
        await practice.refusal('RespondToAuthChallenge', { ...answer(Session), ChallengeName: 'CUSTOM_CHALLENGE' }),
      ).to.equal(invalid);
      practice.now += 3 * 60 * 1000 + 1;
      expect(await practice.refusal('RespondToAuthChallenge', answer(Session))).to.equal(
        'NotAuthorizedException: Invalid session for the user, session is expired.',
      );
    });

    it('expires after as many days as the pool says', async () => {
      practice.now += 7 * day;
      await session();
      practice.now += 1;
      expect(await refusal()).to.equal(
        'NotAuthorizedException: Temporary password has expired and must be reset by an administrator.',
      );
      await practice.call('AdminCreateUser', {
        UserPoolId,
        Username: 'ann',
        MessageAction: 'RESEND',
        TemporaryPassword: 'Passw0rd!',
      });
      await session();
    });
  });
});
