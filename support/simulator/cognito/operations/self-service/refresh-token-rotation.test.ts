import { expect } from 'chai';
import { claims, Practice } from '../../../../../tests/support/practice';

const reuse = 'RefreshTokenReuseException: Refresh token reuse detected';
const revoked = 'NotAuthorizedException: Access Token has been revoked';

describe('Refresh token rotation', () => {
  let practice: Practice;
  let UserPoolId: string;
  let ClientId: string;
  const flows = ['ALLOW_USER_PASSWORD_AUTH'];
  const on = (RetryGracePeriodSeconds = 60) => ({
    ExplicitAuthFlows: flows,
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds },
  });
  const off = { ExplicitAuthFlows: flows, RefreshTokenRotation: { Feature: 'DISABLED' } };
  beforeEach(async () => {
    practice = new Practice();
    ({ UserPoolId, ClientId } = await practice.pool({}, on()));
    await practice.user(UserPoolId, 'ann');
  });

  const input = (RefreshToken: string) => ({ ClientId, RefreshToken });
  const refusal = (token: string) => practice.refusal('GetTokensFromRefreshToken', input(token));
  const update = (settings: object) => practice.call('UpdateUserPoolClient', { UserPoolId, ClientId, ...settings });
  const exchange = async (token: string) => {
    const { AuthenticationResult, ...rest } = await practice.call('GetTokensFromRefreshToken', input(token));
    expect(rest).to.deep.equal({});
    const { AccessToken = '', IdToken = '', RefreshToken = '' } = AuthenticationResult ?? {};
    return { AccessToken, IdToken, RefreshToken };
  };
  const getUser = (AccessToken: string) => practice.refusal('GetUser', { AccessToken });

  it('exchanges a token for its successor, and keeps the first origin_jti', async () => {
    const first = await practice.signIn(ClientId, 'ann');
    const second = await exchange(first.RefreshToken);
    const third = await exchange(second.RefreshToken);
    expect(new Set([first, second, third].map(({ RefreshToken }) => RefreshToken)).size).to.equal(3);
    for (const { AccessToken, IdToken } of [second, third])
      for (const token of [AccessToken, IdToken])
        expect(claims(token).origin_jti).to.equal(claims(first.AccessToken).origin_jti);
    expect(await refusal(first.RefreshToken)).to.equal(reuse);
    expect(await exchange(third.RefreshToken), 'reuse ends nothing').to.have.property('RefreshToken');
  });

  it('gives another child within the grace period, which displaces the first', async () => {
    const { RefreshToken } = await practice.signIn(ClientId, 'ann');
    const child = await exchange(RefreshToken);
    practice.now += 40_000;
    const other = await exchange(RefreshToken);
    expect(other.RefreshToken).not.to.equal(child.RefreshToken);
    expect(await refusal(child.RefreshToken)).to.equal(reuse);
    practice.now += 30_000;
    expect(await refusal(RefreshToken), 'a retry does not extend the period').to.equal(reuse);
    const grandchild = await exchange(other.RefreshToken);
    await exchange(grandchild.RefreshToken);
    expect(await refusal(other.RefreshToken), 'a grandparent within its own period').to.equal(reuse);
  });

  it('gives none without a grace period', async () => {
    await update(on(0));
    const { RefreshToken } = await practice.signIn(ClientId, 'ann');
    await exchange(RefreshToken);
    expect(await refusal(RefreshToken)).to.equal(reuse);
  });

  it('is revoked as a whole by any of its tokens, and another sign-in is not', async () => {
    const first = await practice.signIn(ClientId, 'ann');
    const another = await practice.signIn(ClientId, 'ann');
    const second = await exchange(first.RefreshToken);
    await practice.call('RevokeToken', { ClientId, Token: first.RefreshToken });
    expect(await getUser(first.AccessToken)).to.equal(revoked);
    expect(await getUser(second.AccessToken)).to.equal(revoked);
    expect(await refusal(second.RefreshToken)).to.equal('NotAuthorizedException: ');
    await practice.call('GetUser', { AccessToken: another.AccessToken });
  });

  it('goes on when it is switched off and on', async () => {
    const first = await practice.signIn(ClientId, 'ann');
    const second = await exchange(first.RefreshToken);
    await update(off);
    expect(await refusal(first.RefreshToken)).to.equal('NotAuthorizedException: Refresh Token has been revoked');
    const third = await exchange(second.RefreshToken);
    expect(third.RefreshToken).to.equal('');
    const origin = claims(first.AccessToken).origin_jti;
    expect(claims(third.AccessToken).origin_jti).to.be.a('string').and.not.equal(origin);
    await update(on());
    const fourth = await exchange(second.RefreshToken);
    expect(claims(fourth.AccessToken).origin_jti).to.equal(origin);
    await practice.call('RevokeToken', { ClientId, Token: fourth.RefreshToken });
    await practice.call('GetUser', { AccessToken: third.AccessToken });
    await practice.call('AdminUserGlobalSignOut', { UserPoolId, Username: 'ann' });
    expect(await getUser(third.AccessToken)).to.equal(revoked);
  });

  it('begins with a session from before', async () => {
    await update({ ...off, EnableTokenRevocation: true });
    const { RefreshToken } = await practice.signIn(ClientId, 'ann');
    await update(on());
    expect((await exchange(RefreshToken)).RefreshToken).not.to.equal('');
    expect(await refusal('nonsense')).to.equal('NotAuthorizedException: Invalid Refresh Token');
  });

  it('is not for InitiateAuth', async () => {
    const { RefreshToken } = await practice.signIn(ClientId, 'ann');
    expect(
      await practice.refusal('InitiateAuth', {
        ClientId,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: RefreshToken },
      }),
    ).to.equal('UnsupportedOperationException: This API does not support refresh token rotation');
  });

  it('names the origin without revocation: in the id token at once, in the access token from the first refresh on', async () => {
    await update({ ...on(), EnableTokenRevocation: false });
    const first = await practice.signIn(ClientId, 'ann');
    expect(claims(first.AccessToken)).not.to.have.property('origin_jti');
    expect(claims(first.IdToken)).to.include.keys('origin_jti', 'jti');
    expect(claims((await exchange(first.RefreshToken)).AccessToken)).to.have.property('origin_jti');
    await update({ ...off, EnableTokenRevocation: false });
    const second = await practice.signIn(ClientId, 'ann');
    expect(claims(second.IdToken)).not.to.have.any.keys('origin_jti', 'jti');
  });

  it('takes the secret of the client itself', async () => {
    const { ClientId: secretive = '', ClientSecret = '' } = await practice.client(UserPoolId, { GenerateSecret: true });
    const ask = (more: object) =>
      practice.refusal('GetTokensFromRefreshToken', { ClientId: secretive, RefreshToken: 'x', ...more });
    expect(await ask({})).to.equal(
      `NotAuthorizedException: Client ${secretive} is configured for secret but secret was not received`,
    );
    expect(await ask({ ClientSecret: 'x'.repeat(30) })).to.equal(
      `NotAuthorizedException: Unable to verify secret hash for client ${secretive}`,
    );
    expect(await ask({ ClientSecret })).to.equal('NotAuthorizedException: Invalid Refresh Token');
    const { RefreshToken } = await practice.signIn(ClientId, 'ann');
    await practice.call('GetTokensFromRefreshToken', { ...input(RefreshToken), ClientSecret: 'y'.repeat(30) });
  });

  it('needs another tier than LITE, and other flows', async () => {
    const features =
      'The following features need to be disabled for the LITE pricing tier configured: Refresh Token Rotation';
    expect(await practice.refusal('UpdateUserPool', { UserPoolId, UserPoolTier: 'LITE' })).to.equal(
      `TierChangeNotAllowedException: ${features}`,
    );
    const { UserPoolId: lite } = await practice.pool({ UserPoolTier: 'LITE' });
    const create = (pool: string, settings: object) =>
      practice.refusal('CreateUserPoolClient', { UserPoolId: pool, ClientName: 'c', ...settings });
    expect(await create(lite, on())).to.equal(`FeatureUnavailableInTierException: ${features}`);
    expect(await create(UserPoolId, { ...on(), ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] })).to.equal(
      'InvalidParameterException: ALLOW_REFRESH_TOKEN_AUTH is not a permitted ExplicitAuthFlow when refresh token rotation is enabled.',
    );
  });

  it('is answered as off where it was on, and without a grace period', async () => {
    const { UserPoolClient } = await update({ ExplicitAuthFlows: flows });
    const answered = { Feature: 'DISABLED', RetryGracePeriodSeconds: 0 };
    expect(UserPoolClient?.RefreshTokenRotation).to.deep.equal(answered);
    await update(on());
    const sent = { Feature: 'DISABLED', RetryGracePeriodSeconds: 30 };
    expect((await update({ RefreshTokenRotation: sent })).UserPoolClient?.RefreshTokenRotation).to.deep.equal(answered);
    const { UserPoolClient: fresh } = await practice.call('CreateUserPoolClient', { UserPoolId, ClientName: 'c' });
    expect(fresh).not.to.have.property('RefreshTokenRotation');
  });
});
