import { expect } from 'chai';
import { startServer, type RunningServer } from '../../support/simulator/server/start-server';
import { awsEnvironment, isInstalled, run, type Ran } from '../support/program';

interface Named {
  Name: string;
  Value?: string;
  Required?: boolean;
}

describe('the AWS CLI against the sandbox', function () {
  let sandbox: RunningServer;
  let UserPoolId: string;
  let ClientId: string;

  before(async function () {
    if (!isInstalled('aws', ['--version'])) {
      console.log('    The AWS CLI is not installed here: these tests are skipped.');
      this.skip();
    }
    sandbox = await startServer();
  });
  after(() => sandbox?.close());

  const aws = (...args: string[]): Promise<Ran> =>
    run('aws', ['cognito-idp', ...args], { env: awsEnvironment(sandbox.url) });

  const answer = async (...args: string[]): Promise<unknown> => {
    const { code, stdout, stderr } = await aws(...args);
    expect(stderr).to.equal('');
    expect(code).to.equal(0);
    return (stdout.trim() === '' ? {} : JSON.parse(stdout)) as unknown;
  };

  const outbox = async (): Promise<Record<string, string>[]> => {
    const { messages } = (await (await fetch(`${sandbox.url}/_cognito-lab/outbox`)).json()) as { messages: [] };
    return messages;
  };

  it('creates the lab’s pool', async () => {
    const { UserPool } = (await answer(
      'create-user-pool',
      ...['--pool-name', 'lab', '--username-attributes', 'email', '--auto-verified-attributes', 'email'],
      '--schema',
      ...['name', 'preferred_username', 'phone_number'].map((name) => `Name=${name},Required=true`),
    )) as { UserPool: { Id: string; SchemaAttributes: Named[] } };
    UserPoolId = UserPool.Id;
    const required = UserPool.SchemaAttributes.filter(({ Required }) => Required).map(({ Name }) => Name);
    expect(required.sort()).to.deep.equal(['name', 'phone_number', 'preferred_username', 'sub']);
  });

  it('creates its app client', async () => {
    const { UserPoolClient } = (await answer(
      'create-user-pool-client',
      ...['--user-pool-id', UserPoolId, '--client-name', 'kekeclient'],
      ...['--explicit-auth-flows', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    )) as { UserPoolClient: { ClientId: string } };
    ClientId = UserPoolClient.ClientId;
  });

  it('creates a user', async () => {
    const { User } = (await answer(
      'admin-create-user',
      ...['--user-pool-id', UserPoolId, '--username', 'ann@example.com', '--desired-delivery-mediums', 'EMAIL'],
    )) as { User: { UserStatus: string; Attributes: Named[] } };
    expect(User.UserStatus).to.equal('FORCE_CHANGE_PASSWORD');
    expect(User.Attributes).to.deep.include({ Name: 'email', Value: 'ann@example.com' });
  });

  it('describes all of it', async () => {
    const pool = await answer('describe-user-pool', '--user-pool-id', UserPoolId);
    expect(pool).to.have.nested.property('UserPool.EstimatedNumberOfUsers', 1);
    expect(pool).to.have.nested.property('UserPool.CreationDate');
    const clients = await answer('list-user-pool-clients', '--user-pool-id', UserPoolId);
    expect(clients).to.have.nested.property('UserPoolClients[0].ClientName', 'kekeclient');
    const client = await answer('describe-user-pool-client', '--user-pool-id', UserPoolId, '--client-id', ClientId);
    expect(client).to.have.nested.property('UserPoolClient.ClientId', ClientId);
    const users = await answer('list-users', '--user-pool-id', UserPoolId);
    expect(users).to.have.nested.property('Users[0].UserStatus', 'FORCE_CHANGE_PASSWORD');
    const providers = await answer('list-identity-providers', '--user-pool-id', UserPoolId);
    expect(providers).to.deep.equal({ Providers: [] });
  });

  it('signs the user in with the temporary password from the outbox, and changes it', async () => {
    const { temporaryPassword } = (await outbox()).at(-1) ?? {};
    const { Session, ChallengeParameters } = (await answer(
      'initiate-auth',
      ...['--client-id', ClientId, '--auth-flow', 'USER_PASSWORD_AUTH', '--auth-parameters'],
      JSON.stringify({ USERNAME: 'ann@example.com', PASSWORD: temporaryPassword }),
    )) as { Session: string; ChallengeParameters: { requiredAttributes: string } };
    expect(JSON.parse(ChallengeParameters.requiredAttributes)).to.have.members([
      'userAttributes.name',
      'userAttributes.phone_number',
      'userAttributes.preferred_username',
    ]);
    const { AuthenticationResult } = (await answer(
      'respond-to-auth-challenge',
      ...['--client-id', ClientId, '--challenge-name', 'NEW_PASSWORD_REQUIRED', '--session', Session],
      '--challenge-responses',
      JSON.stringify({
        USERNAME: 'ann@example.com',
        NEW_PASSWORD: 'Str0ng-enough!',
        'userAttributes.name': 'Ann',
        'userAttributes.phone_number': '+15550100',
        'userAttributes.preferred_username': 'ann',
      }),
    )) as { AuthenticationResult: { AccessToken: string } };
    const user = await answer('get-user', '--access-token', AuthenticationResult.AccessToken);
    expect(user).to.have.property('UserAttributes').that.deep.includes({ Name: 'name', Value: 'Ann' });
  });

  it('signs somebody up, who confirms with the code from the outbox and signs in', async () => {
    const Username = 'ben@example.com';
    const attributes = { email: Username, name: 'Ben', phone_number: '+15550101', preferred_username: 'ben' };
    const signedUp = await answer(
      'sign-up',
      ...['--client-id', ClientId, '--username', Username, '--password', 'Str0ng-enough!', '--user-attributes'],
      ...Object.entries(attributes).map(([name, value]) => `Name=${name},Value=${value}`),
    );
    expect(signedUp).to.have.nested.property('CodeDeliveryDetails.Destination', 'b***@e***');
    const { code = '' } = (await outbox()).at(-1) ?? {};
    await answer('confirm-sign-up', '--client-id', ClientId, '--username', Username, '--confirmation-code', code);
    const result = await answer(
      'initiate-auth',
      ...['--client-id', ClientId, '--auth-flow', 'USER_PASSWORD_AUTH', '--auth-parameters'],
      `USERNAME=${Username},PASSWORD=Str0ng-enough!`,
    );
    expect(result).to.have.nested.property('AuthenticationResult.TokenType', 'Bearer');
  });

  it('shows AWS’s refusals', async () => {
    const { code, stderr } = await aws('describe-user-pool', '--user-pool-id', 'us-east-1_none00000');
    expect(code).to.be.oneOf([254, 255]);
    expect(stderr).to.contain(
      'An error occurred (ResourceNotFoundException) when calling the DescribeUserPool operation: ' +
        'User pool us-east-1_none00000 does not exist.',
    );
  });

  it('deletes it', async () => {
    await answer('delete-user-pool', '--user-pool-id', UserPoolId);
    expect(await answer('list-user-pools', '--max-results', '60')).to.deep.equal({ UserPools: [] });
  });
});
