import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { startServer, type RunningServer } from '../../support/simulator/server/start-server';
import { awsEnvironment } from '../support/program';
import { callApi } from '../support/sandbox-call';
import { cognitoLab, noAws } from './cognito-lab';

describe('check, of a pool that it was not told of', () => {
  let sandbox: RunningServer;
  before(async () => (sandbox = await startServer()));
  after(() => sandbox.close());

  it('says that the model solution was played, and which pools there are at the endpoint', async () => {
    const { body } = await callApi(sandbox.url, 'CreateUserPool', { PoolName: 'mine' });
    const { Id } = (JSON.parse(body) as { UserPool: { Id: string } }).UserPool;
    const { code, stderr } = await cognitoLab(['check', '--task', '2,7'], awsEnvironment(sandbox.url));
    expect(code, stderr).to.equal(0);
    expect(stderr).to.include('The model solution was played on the simulated Cognito.');
    expect(stderr).to.include(`  ${Id} mine`).and.to.include('--user-pool-id ID');
  });

  it('says nothing of that where no endpoint is configured', async () => {
    const { stderr } = await cognitoLab(['check', '--task', '2', '--task', ' 3'], noAws());
    expect(stderr).not.to.include('The model solution was played');
  });
});

describe('check, of a pool that it checked before', () => {
  let sandbox: RunningServer;
  let folder: string;
  before(async () => {
    sandbox = await startServer();
    folder = mkdtempSync(join(tmpdir(), 'cognito-lab-state-'));
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await sandbox.close();
  });

  it('says what changed since, unless it is not wanted or nobody reads it', async () => {
    const { body } = await callApi(sandbox.url, 'CreateUserPool', { PoolName: 'mine' });
    const { Id: UserPoolId } = (JSON.parse(body) as { UserPool: { Id: string } }).UserPool;
    const check = async (args: string[] = [], more: NodeJS.ProcessEnv = {}): Promise<string> => {
      const env = awsEnvironment(sandbox.url, { XDG_STATE_HOME: folder, CI: undefined, ...more });
      return (await cognitoLab(['check', '--user-pool-id', UserPoolId, ...args], env)).stderr;
    };
    expect(await check()).to.not.match(/since the last check/);
    await callApi(sandbox.url, 'CreateUserPoolClient', { UserPoolId, ClientName: 'kekeclient' });
    for (const [args, env] of [[['--no-remember']], [['--format', 'json']], [[], { CI: 'true' }]] as const)
      expect(await check([...args], env)).to.not.match(/since the last check/);
    expect(await check()).to.match(
      /Changed since the last check of this pool .*:\n {2}Task 7, app-client: failed, now passed/,
    );
    expect(await check()).to.match(/Nothing changed since the last check of this pool/);
  });
});
