import { expect } from 'chai';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program } from '../../support/cli/program';
import { startServer, type RunningServer } from '../../support/simulator/server/start-server';
import { awsEnvironment, run } from '../support/program';
import { SandboxProcess } from '../support/sandbox-process';
import { callApi } from '../support/sandbox-call';
import { cognitoLab, root } from './cognito-lab';

const refusal = join(root, 'tests/support/refuse-development-packages.js');

/** Without the development packages: an installed package has none of them. */
describe('With the packages of an installation alone', () => {
  let sandbox: RunningServer;
  let folder: string;
  let pool: string;
  before(async () => {
    sandbox = await startServer();
    const { body } = await callApi(sandbox.url, 'CreateUserPool', { PoolName: 'lab' });
    pool = (JSON.parse(body) as { UserPool: { Id: string } }).UserPool.Id;
    folder = mkdtempSync(join(tmpdir(), 'cognito-lab-'));
  });
  after(async () => {
    await sandbox.close();
    rmSync(folder, { recursive: true });
  });
  const inFolder = (name: string) => join(folder, name);
  const environment = () => awsEnvironment(sandbox.url, { NODE_OPTIONS: `--require ${refusal}` });

  it('a development package is refused, so that this proves something', async () => {
    const args = ['--require', refusal, '--require', 'ts-node/register', 'tests/support/schemas.ts'];
    const { code, stderr } = await run(process.execPath, args, { cwd: root });
    expect(code).to.equal(1);
    expect(stderr).to.contain('ajv is a development package');
  });

  /** A run of each command that goes to its end. */
  const runs: Record<string, () => string[][]> = {
    check: () => [
      ...['junit', 'html'].map((format) => ['check', '--target', 'mock', '--format', format]),
      ['check', '--user-pool-id', pool],
      ['check', '--snapshot', inFolder('pool.json'), '--format', 'json'],
    ],
    snapshot: () => [['snapshot', '--user-pool-id', pool, '--output', inFolder('pool.json')]],
    grade: () => [['grade', inFolder('class'), '--output', inFolder('grades')]],
    drift: () => [['drift', '--user-pool-id', pool, '--baseline', inFolder('baseline.json'), '--update-baseline']],
    sweep: () => [['sweep']],
  };

  it('are looked at in every command', () => {
    const names = program().commands.map((command) => command.name());
    expect(names.filter((name) => !Object.hasOwn(runs, name) && name !== 'lab' && name !== 'merge')).to.deep.equal([
      'sandbox',
    ]);
  });

  for (const command of ['snapshot', 'check', 'grade', 'drift', 'sweep'])
    it(`${command} runs`, async () => {
      if (command === 'grade') {
        mkdirSync(inFolder('class'));
        copyFileSync(inFolder('pool.json'), inFolder('class/ann.json'));
      }
      for (const args of runs[command]!()) {
        const { code, stdout, stderr } = await cognitoLab(args, environment());
        expect(stderr, args.join(' ')).not.to.contain('development package');
        expect(code, `${args.join(' ')}\n${stdout}${stderr}`).to.be.oneOf([0, 1]);
      }
    });

  it('sandbox runs, and reads its state again', async () => {
    for (let times = 0; times < 2; times += 1) {
      const started = new SandboxProcess(['--port', '0', '--state', inFolder('state.json')], environment());
      await callApi(await started.url(), 'CreateUserPool', { PoolName: 'lab' });
      expect((await started.end('SIGINT')).code).to.equal(0);
    }
  });
});
