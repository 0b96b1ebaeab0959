import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DescribeUserPoolCommand,
  InitiateAuthCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  GetUserCommand,
  ListUserPoolsCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import type { Jwks } from 'aws-jwt-verify/jwk';
import { expect } from 'chai';
import { startServer, type RunningServer } from '../../support/simulator/server/start-server';

describe('one sandbox', () => {
  let sandbox: RunningServer;
  const clients: CognitoIdentityProviderClient[] = [];
  const clientOf = (region: string, accessKeyId = 'AKID'): CognitoIdentityProviderClient => {
    const client = new CognitoIdentityProviderClient({
      endpoint: sandbox.url,
      region,
      credentials: { accessKeyId, secretAccessKey: 'x' },
      maxAttempts: 1,
    });
    clients.push(client);
    return client;
  };

  beforeEach(async () => {
    sandbox = await startServer();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    await sandbox.close();
  });

  const pool = async (client: CognitoIdentityProviderClient): Promise<{ Id: string; Arn: string }> => {
    const { UserPool } = await client.send(new CreateUserPoolCommand({ PoolName: 'p' }));
    return { Id: UserPool?.Id ?? '', Arn: UserPool?.Arn ?? '' };
  };

  const describesWith = (client: CognitoIdentityProviderClient, UserPoolId: string) =>
    client.send(new DescribeUserPoolCommand({ UserPoolId })).then(
      ({ UserPool }) => UserPool?.Id,
      (error: Error) => error.message,
    );

  const listed = async (client: CognitoIdentityProviderClient) =>
    ((await client.send(new ListUserPoolsCommand({ MaxResults: 60 }))).UserPools ?? []).map(({ Id }) => Id);

  it('holds regions apart', async () => {
    const [here, there] = [clientOf('eu-central-1'), clientOf('ap-southeast-2')];
    const { Id, Arn } = await pool(here);
    expect(Id).to.match(/^eu-central-1_/);
    expect(Arn).to.contain(':eu-central-1:');
    expect(await listed(here)).to.deep.equal([Id]);
    expect(await listed(there)).to.deep.equal([]);
    expect(await describesWith(there, Id)).to.equal(`User pool ${Id} does not exist.`);
  });

  it('holds accounts apart, an access key of twelve digits being one', async () => {
    const [mine, yours] = [clientOf('us-east-1', '111111111111'), clientOf('us-east-1', '222222222222')];
    const { Id, Arn } = await pool(mine);
    expect(Arn).to.contain(':111111111111:');
    expect(await listed(mine)).to.deep.equal([Id]);
    expect(await listed(yours)).to.deep.equal([]);
    expect(await describesWith(yours, Id)).to.equal(`User pool ${Id} does not exist.`);
  });

  it('takes unsigned calls to the pool that they are about, in any region and account', async () => {
    const client = clientOf('eu-north-1', '333333333333');
    const { Id } = await pool(client);
    const { UserPoolClient } = await client.send(
      new CreateUserPoolClientCommand({
        UserPoolId: Id,
        ClientName: 'c',
        ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      }),
    );
    const ClientId = UserPoolClient?.ClientId ?? '';
    const Password = 'Str0ng-enough!';
    const { UserSub } = await client.send(new SignUpCommand({ ClientId, Username: 'ann', Password }));
    expect(UserSub).to.be.a('string');
    await client.send(new AdminCreateUserCommand({ UserPoolId: Id, Username: 'ben', MessageAction: 'SUPPRESS' }));
    await client.send(new AdminSetUserPasswordCommand({ UserPoolId: Id, Username: 'ben', Password, Permanent: true }));
    const { AuthenticationResult, $metadata } = await client.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'ben', PASSWORD: Password },
      }),
    );
    const AccessToken = AuthenticationResult?.AccessToken ?? '';
    expect((await client.send(new GetUserCommand({ AccessToken }))).Username).to.equal('ben');

    const verifier = CognitoJwtVerifier.create({ userPoolId: Id, clientId: ClientId, tokenUse: 'access' });
    verifier.cacheJwks((await (await fetch(`${sandbox.url}/${Id}/.well-known/jwks.json`)).json()) as Jwks);
    const claims = await verifier.verify(AccessToken);
    expect(claims.event_id).to.equal($metadata.requestId);
  });

  it('publishes a pool’s keys and its OpenID configuration to every page', async () => {
    const { Id } = await pool(clientOf('us-west-2'));
    const headers = { Origin: 'https://example.com' };
    const configuration = await fetch(`${sandbox.url}/${Id}/.well-known/openid-configuration`, { headers });
    expect(configuration.headers.get('access-control-allow-origin')).to.equal('*');
    const { issuer, jwks_uri } = (await configuration.json()) as { issuer: string; jwks_uri: string };
    expect(issuer).to.equal(`https://cognito-idp.us-west-2.amazonaws.com/${Id}`);
    const keys = await fetch(jwks_uri, { headers });
    expect(keys.headers.get('access-control-allow-origin')).to.equal('*');
    const jwks = (await keys.json()) as { keys: Record<string, string>[] };
    expect(jwks.keys.map((key) => Object.keys(key).sort().join())).to.deep.equal(
      Array.from({ length: 2 }, () => 'alg,e,kid,kty,n,use'),
    );
    expect((await fetch(`${sandbox.url}/us-west-2_none00000/.well-known/jwks.json`)).status).to.equal(404);
  });
});
