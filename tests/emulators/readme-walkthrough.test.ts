import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { LabResult } from '../../support/lab/result/result';
import { defaultPort } from '../../support/simulator/server/defaults';
import { Page, root } from '../docs/page';
import { awsEnvironment, isInstalled, run } from '../support/program';
import { SandboxProcess } from '../support/sandbox-process';

const program = join(root, 'bin/cognito-lab.js');

/** Where the AWS CLI is told nothing yet: the walk-through itself must say where the sandbox is, and with which key. */
const unset = awsEnvironment('', {
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: undefined,
  AWS_ACCESS_KEY_ID: undefined,
  AWS_SECRET_ACCESS_KEY: undefined,
  AWS_REGION: undefined,
  AWS_DEFAULT_REGION: undefined,
});

/** In a folder of its own, `npx` would not find this project's program. */
const npx = `npx() { [ "$1" = cognito-lab ] && shift && '${process.execPath}' '${program}' "$@"; }`;

describe('The walk-through of README.md', function () {
  const steps = new Page('README.md').blocks('walkthrough');
  let sandbox: SandboxProcess | undefined;
  let url: string;
  let folder: string;

  before(async function () {
    for (const [name, tool] of Object.entries({ 'The AWS CLI': 'aws', bash: 'bash' }))
      if (!isInstalled(tool, ['--version'])) {
        console.log(`    ${name} is not installed here: the walk-through is skipped.`);
        this.skip();
      }
    folder = mkdtempSync(join(tmpdir(), 'cognito-lab-walkthrough-'));
    sandbox = new SandboxProcess(['--port', '0']);
    url = await sandbox.url();
  });

  after(async () => {
    await sandbox?.end('SIGTERM');
    if (folder) rmSync(folder, { recursive: true });
  });

  it('leads to a pool of which every check passes, and to a submission of it', async () => {
    const script = steps.join('\n').replaceAll(`http://127.0.0.1:${defaultPort}`, url);
    expect(script).to.contain(url);
    writeFileSync(
      join(folder, 'walkthrough.sh'),
      `set -euo pipefail\n${npx}\n${script}\nprintf %s "$POOL_ID" > pool-id\n`,
    );
    const { code, stdout, stderr } = await run('bash', ['walkthrough.sh'], { cwd: folder, env: unset });
    expect(code, stdout + stderr).to.equal(0);

    const poolId = readFileSync(join(folder, 'pool-id'), 'utf8');
    for (const args of [
      ['--user-pool-id', poolId],
      ['--snapshot', 'submission'],
    ]) {
      const checked = await run(process.execPath, [program, 'check', ...args, '--format', 'json'], {
        cwd: folder,
        env: awsEnvironment(url),
      });
      const { status, tasks } = JSON.parse(checked.stdout) as LabResult;
      expect(status).to.equal('passed');
      for (const { id, status, kind } of tasks.flatMap(({ checks }) => checks))
        expect(status, id).to.equal(kind === 'setting' ? 'passed' : 'skipped');
    }
  });
});
