import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { expect } from 'chai';
import { claims, listed, Practice } from '../../../../tests/support/practice';
import { jwks } from './jwks';
import { newKeys } from './keys';

const header = (token: string) => JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as object;

describe('Tokens', () => {
  let practice: Practice;
  let UserPoolId: string;
  let ClientId: string;
  beforeEach(async () => {
    practice = new Practice();
    // The verifier goes by the real time.
    practice.now = Date.now();
    ({ UserPoolId, ClientId } = await practice.pool({
      Schema: [{ Name: 'level', AttributeDataType: 'Number', Mutable: true }],
    }));
    await practice.user(UserPoolId, 'ann', {
      email: 'ann@example.com',
      email_verified: 'true',
      phone_number: '+15550100',
      address: '1 Main Street',
      'custom:level': '7',
    });
  });

  it('are accepted by AWS’s own verifier, signed with real keys of the pool', async () => {
    delete practice.record(UserPoolId).keys;
    const [first, second] = await Promise.all([practice.signIn(ClientId, 'ann'), practice.signIn(ClientId, 'ann')]);
    const verifier = CognitoJwtVerifier.create({ userPoolId: UserPoolId, clientId: ClientId, tokenUse: null });
    const keys = await jwks(practice.record(UserPoolId), newKeys);
    verifier.cacheJwks(keys as never);
    for (const token of [first.IdToken, first.AccessToken, second.IdToken, second.AccessToken])
      expect(await verifier.verify(token)).to.include({
        iss: `https://cognito-idp.us-east-1.amazonaws.com/${UserPoolId}`,
      });
    const tampered = first.IdToken.replace(/\.[^.]+\./, `.${second.IdToken.split('.')[1]}.`);
    expect(await verifier.verify(tampered).catch((error: Error) => error.constructor.name)).to.equal(
      'JwtInvalidSignatureError',
    );
    expect(keys.keys.map(({ kid }) => ({ kid, alg: 'RS256' }))).to.deep.equal([
      header(first.IdToken),
      header(first.AccessToken),
    ]);
    expect(Object.keys(keys.keys[0] ?? {})).to.deep.equal(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    expect(Buffer.from(keys.keys[0]?.n ?? '', 'base64url')).to.have.length(256);
  });

  it('say what AWS’s say', async () => {
    const { IdToken, AccessToken } = await practice.signIn(ClientId, 'ann');
    const event_id = practice.lastRequestId;
    const { sub } = await practice.attributes(UserPoolId, 'ann');
    const [id, access] = [claims(IdToken), claims(AccessToken)];
    const now = Math.floor(practice.now / 1000);
    const common = {
      sub,
      iss: `https://cognito-idp.us-east-1.amazonaws.com/${UserPoolId}`,
      event_id,
      auth_time: now,
      iat: now,
      exp: now + 3600,
      origin_jti: id.origin_jti,
    };
    expect(access).to.deep.equal({
      ...common,
      client_id: ClientId,
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      jti: access.jti,
      username: 'ann',
    });
    expect(id).to.deep.equal({
      ...common,
      aud: ClientId,
      token_use: 'id',
      'cognito:username': 'ann',
      jti: id.jti,
      email: 'ann@example.com',
      email_verified: true,
      phone_number: '+15550100',
      address: { formatted: '1 Main Street' },
      'custom:level': '7',
    });
    expect(new Set([id.jti, access.jti, id.origin_jti]).size).to.equal(3);
  });

  it('tell a client only what it may read', async () => {
    const narrow = await practice.client(UserPoolId, { ReadAttributes: ['email'] });
    const { IdToken } = await practice.signIn(narrow.ClientId ?? '', 'ann');
    expect(claims(IdToken)).to.include({ email: 'ann@example.com' });
    expect(claims(IdToken)).not.to.have.any.keys('phone_number', 'email_verified', 'custom:level');
  });

  it('do not name their sign-in where the client cannot revoke', async () => {
    const client = await practice.client(UserPoolId, { EnableTokenRevocation: false });
    const { IdToken, AccessToken } = await practice.signIn(client.ClientId ?? '', 'ann');
    expect(claims(IdToken)).not.to.have.any.keys('origin_jti', 'jti');
    expect(claims(AccessToken)).to.have.property('jti');
    expect(claims(AccessToken)).not.to.have.property('origin_jti');
  });

  it('last as long as the client says, in its units', async () => {
    const lifetimes = async (settings: object) => {
      const client = await practice.client(UserPoolId, settings);
      const { AuthenticationResult } = await practice.call('InitiateAuth', {
        ClientId: client.ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'ann', PASSWORD: 'Passw0rd!' },
      });
      const { IdToken, AccessToken, ExpiresIn, RefreshToken = '' } = AuthenticationResult ?? {};
      const { exp: access, iat } = claims(AccessToken);
      expect(Number(access) - Number(iat)).to.equal(ExpiresIn);
      const refresh = practice.cognito.store.refreshTokens.get(RefreshToken)?.expiresAt ?? 0;
      return [ExpiresIn, Number(claims(IdToken).exp) - Number(iat), (refresh - practice.now) / 1000];
    };
    expect(await lifetimes({})).to.deep.equal([3600, 3600, 30 * 86_400]);
    expect(await lifetimes({ AccessTokenValidity: 2, IdTokenValidity: 3, RefreshTokenValidity: 4 })).to.deep.equal([
      7200,
      10_800,
      4 * 86_400,
    ]);
    expect(
      await lifetimes({
        AccessTokenValidity: 10,
        IdTokenValidity: 1,
        RefreshTokenValidity: 172_800,
        TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'days', RefreshToken: 'seconds' },
      }),
    ).to.deep.equal([600, 86_400, 172_800]);
  });

  describe('of groups', () => {
    const arn = (role: string) => `arn:aws:iam::123456789012:role/${role}`;
    const claimsWith = async (groups: Record<string, object>) => {
      for (const [GroupName, settings] of Object.entries(groups)) {
        await practice.call('CreateGroup', { UserPoolId, GroupName, ...settings });
        await practice.call('AdminAddUserToGroup', { UserPoolId, Username: 'ann', GroupName });
      }
      const { IdToken, AccessToken } = await practice.signIn(ClientId, 'ann');
      expect(claims(AccessToken)['cognito:groups']).to.have.members(Object.keys(groups));
      expect(claims(AccessToken)).not.to.have.any.keys('cognito:roles', 'cognito:preferred_role');
      return claims(IdToken);
    };

    it('name each role once, and prefer that of the best group that has one', async () => {
      const id = await claimsWith({
        a: { Precedence: 0 },
        b: { Precedence: 1, RoleArn: arn('x') },
        c: { Precedence: 1, RoleArn: arn('x') },
        d: { Precedence: 2, RoleArn: arn('y') },
        e: { RoleArn: arn('z') },
      });
      expect(id['cognito:groups']).to.have.members(['a', 'b', 'c', 'd', 'e']);
      expect(id['cognito:roles']).to.have.members([arn('x'), arn('y'), arn('z')]);
      expect(id['cognito:preferred_role']).to.equal(arn('x'));
    });

    it('prefer no role where a tie would have to be decided', async () => {
      const id = await claimsWith({ a: { Precedence: 1, RoleArn: arn('x') }, b: { Precedence: 1, RoleArn: arn('y') } });
      expect(id).not.to.have.property('cognito:preferred_role');
    });

    it('prefer no role where no group has a precedence, and name none where none has one', async () => {
      const id = await claimsWith({ a: { RoleArn: arn('x') } });
      expect(id).not.to.have.property('cognito:preferred_role');
      await practice.call('AdminRemoveUserFromGroup', { UserPoolId, Username: 'ann', GroupName: 'a' });
      expect(await claimsWith({ b: {} })).not.to.have.property('cognito:roles');
    });
  });

  it('say nothing of an address’s verification where nothing was ever said', async () => {
    await practice.user(UserPoolId, 'bob', { email: 'bob@example.com' });
    const { IdToken } = await practice.signIn(ClientId, 'bob');
    expect(claims(IdToken)).not.to.have.property('email_verified');
    await practice.call('AdminUpdateUserAttributes', {
      UserPoolId,
      Username: 'bob',
      UserAttributes: listed({ email_verified: 'false' }),
    });
    expect(claims((await practice.signIn(ClientId, 'bob')).IdToken)).to.include({ email_verified: false });
  });
});
