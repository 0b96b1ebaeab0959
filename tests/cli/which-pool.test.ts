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
