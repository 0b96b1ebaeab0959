import { createHmac } from 'node:crypto';
import { expect } from 'chai';
import { claims, Practice } from '../../../../../tests/support/practice';

describe('A refresh', () => {
  let practice: Practice;
  let UserPoolId: string;
  let ClientId: string;
  let tokens: { AccessToken: string; IdToken: string; RefreshToken: string };
  beforeEach(async () => {
    practice = new Practice();
    ({ UserPoolId, ClientId } = await practice.pool());
    await practice.user(UserPoolId, 'ann');
    tokens = await practice.signIn(ClientId, 'ann');
  });
  const refresh = (REFRESH_TOKEN: string | undefined = tokens.RefreshToken, more: object = {}) => ({
    ClientId,
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    AuthParameters: { REFRESH_TOKEN, ...more },
  });

  it('brings an access and an id token of the same sign-in, and no refresh token', async () => {
    practice.now += 10_000;
    for (const AuthFlow of ['REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN']) {
      const { AuthenticationResult, ...rest } = await practice.call('InitiateAuth', { ...refresh(), AuthFlow });
      expect(rest).to.deep.equal({ ChallengeParameters: {} });
      expect(AuthenticationResult).to.have.all.keys('AccessToken', 'ExpiresIn', 'IdToken', 'TokenType');
      const [before, after] = [claims(tokens.AccessToken), claims(AuthenticationResult?.AccessToken)];
      for (const kept of ['origin_jti', 'event_id', 'auth_time', 'sub', 'client_id'])
        expect(after[kept], kept).to.equal(before[kept]);
      expect(after.jti).not.to.equal(before.jti);
      expect(after.iat).to.equal(Number(before.iat) + 10);
    }
    await practice.call('AdminInitiateAuth', { ...refresh(), UserPoolId });
  });

  it('tells of the groups and attributes of now', async () => {
    await practice.call('CreateGroup', { UserPoolId, GroupName: 'staff' });
    await practice.call('AdminAddUserToGroup', { UserPoolId, Username: 'ann', GroupName: 'staff' });
    const { AuthenticationResult } = await practice.call('InitiateAuth', refresh());
    expect(claims(AuthenticationResult?.AccessToken)['cognito:groups']).to.deep.equal(['staff']);
    expect(claims(tokens.AccessToken)).not.to.have.property('cognito:groups');
  });

  it('is refused for what is wrong with the token', async () => {
    const code = 'NotAuthorizedException: ';
    expect(await practice.refusal('InitiateAuth', refresh('nonsense'))).to.equal(`${code}Invalid Refresh Token`);
    expect(await practice.refusal('InitiateAuth', { ...refresh(), AuthParameters: {} })).to.equal(
      'InvalidParameterException: Missing required parameter REFRESH_TOKEN',
    );
    const other = await practice.client(UserPoolId);
    expect(await practice.refusal('InitiateAuth', { ...refresh(), ClientId: other.ClientId })).to.equal(
      `${code}Refresh Token has different Client`,
    );
    practice.now += 30 * 24 * 60 * 60 * 1000;
    expect(await practice.refusal('InitiateAuth', refresh())).to.equal(`${code}Refresh Token has expired`);
  });

  it('takes the secret hash of the user name or the sub', async () => {
    const byEmail = await practice.pool({ UsernameAttributes: ['email'] }, { GenerateSecret: true });
    ({ ClientId, UserPoolId } = byEmail);
    const { ClientSecret = '' } = byEmail.app;
    const { Username: sub = '' } = await practice.user(UserPoolId, 'ann@example.com');
    const hash = (name: string) => ({
      SECRET_HASH: createHmac('sha256', ClientSecret)
        .update(name + ClientId)
        .digest('base64'),
    });
    const { AuthenticationResult } = await practice.call('InitiateAuth', {
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'ann@example.com', PASSWORD: 'Passw0rd!', ...hash('ann@example.com') },
    });
    const token = AuthenticationResult?.RefreshToken;
    await practice.call('InitiateAuth', refresh(token, hash(sub)));
    expect(await practice.refusal('InitiateAuth', refresh(token, hash('bob')))).to.equal(
      `NotAuthorizedException: SecretHash does not match for the client: ${ClientId}`,
    );
    expect(await practice.refusal('InitiateAuth', refresh(token))).to.match(/SECRET_HASH was not received/);
  });

  it('leaves nothing of sign-ins that have expired', async () => {
    practice.now += 31 * 24 * 60 * 60 * 1000;
    await practice.signIn(ClientId, 'ann');
    expect(practice.cognito.store.refreshTokens.size).to.equal(1);
    const [user] = practice.record(UserPoolId).users.values();
    expect([...(user?.refreshTokens ?? [])]).to.deep.equal([...practice.cognito.store.refreshTokens.keys()]);
  });
});
