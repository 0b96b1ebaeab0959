import { expect } from 'chai';
import { join } from 'node:path';
import { startServer, type RunningServer } from '../../support/simulator/server/start-server';
import { awsEnvironment, isInstalled, run } from '../support/program';

describe('boto3 against the sandbox', function () {
  let sandbox: RunningServer | undefined;

  before(async function () {
    if (!isInstalled('python3', ['-c', 'import boto3'])) {
      console.log('    Python with boto3 is not installed here: this test is skipped.');
      this.skip();
    }
    sandbox = await startServer();
  });
  after(() => sandbox?.close());

  it('passes every test of boto3/test_sandbox.py', async () => {
    const env = awsEnvironment(sandbox?.url ?? '', { PYTHONDONTWRITEBYTECODE: '1' });
    const { code, stderr } = await run('python3', [join(__dirname, 'boto3/test_sandbox.py')], { env });
    expect(code, stderr).to.equal(0);
    const [, count = '0'] = /^Ran (\d+) tests/m.exec(stderr) ?? [];
    expect(Number(count)).to.be.at.least(16);
  });
});
