import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { LabResult } from '../../support/lab/result/result';
import { run } from '../support/program';
import { cognitoLab, noAws, root } from './cognito-lab';

describe('cognito-lab check, as it is used', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cognito-lab-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const refused: [args: string[], says: RegExp][] = [
    [['check', '--nope'], /unknown option '--nope'/],
    [['check', '--task', '9'], /"9" is not a task of the lab[^]*2, 3, 4, 5, 6, 7, 8/],
    [['check', '--task', 'two'], /"two" is not a task of the lab/],
    [['check', '--task', '1', '--task', '2'], /"1" is not a task of the lab/],
    [['check', '--format', 'xml'], /'xml' is invalid[^]*pretty, json, junit, html, markdown/],
    [['check', '--target', 'moon'], /'moon' is invalid[^]*mock, aws/],
    [['check', '--user-pool-id', 'us-east-1'], /"us-east-1" is not the id of a user pool[^]*us-east-1_AbCdEf123/],
    [['check', '--user-pool-id', '../../etc/passwd'], /is not the id of a user pool/],
    [['check', '--user-pool-id', `us-east-1_${'a'.repeat(60)}`], /is not the id of a user pool/],
    [['check', '--user-pool-id', ''], /user pool id is empty/],
    [
      ['check', '--user-pool-id', 'us-east-1_a', '--snapshot', '.'],
      /--user-pool-id and --snapshot contradict each other/,
    ],
    [['check', '--user-pool-id', 'us-east-1_a', '--target', 'mock'], /contradict each other/],
    [['check', '--snapshot', 'nowhere'], /The submission nowhere cannot be read: it does not exist/],
    [['check', '--output', 'nowhere/report.txt'], /cannot be written/],
    [['check', '--output', '.'], /is a folder/],
    [['check', '--solution', 'nowhere.json'], /The solution nowhere\.json is missing/],
    [['check', 'extra'], /"extra" has no option before it, and check takes options only[^]*check --help/],
    [['check', 'us-east-1_AbC'], /check --user-pool-id us-east-1_AbC\n$/],
    [['check', '--task', '2', 'local_AbC'], /check --user-pool-id local_AbC\n$/],
    [['check', './pool'], /check --snapshot \.\/pool\n$/],
    [['check', 'pool.json', 'us-east-1_AbC'], /check --snapshot pool\.json\n$/],
    [['check', `us-east-1_${'a'.repeat(9_000)}`], /^.{1,200} \(9,010 characters\).{1,80}\n.{1,200}check --help\n$/],
    [['snapshot', 'us-east-1_AbC'], /snapshot --user-pool-id us-east-1_AbC\n$/],
    [['snapshot', 'us-east-1_AbC', '--output', 'pool.json'], /snapshot --user-pool-id us-east-1_AbC\n$/],
    [['drift', 'us-east-1_AbC'], /drift --user-pool-id us-east-1_AbC\n$/],
    [['sweep', 'us-east-1'], /sweep --region us-east-1\n$/],
    [['sandbox', '8080'], /sandbox --port 8080\n$/],
    [['chekc'], /unknown command 'chekc'/],
  ];
  for (const [args, says] of refused)
    it(`refuses ${args.join(' ').slice(0, 60)}`, async () => {
      const { code, stdout, stderr } = await cognitoLab(args, noAws(), folder);
      expect(code).to.equal(2);
      expect(stdout).to.equal('');
      expect(stderr)
        .to.match(says)
        .and.not.to.match(/\n\s+at .+:\d+:\d+/);
      expect(readdirSync(folder)).to.deep.equal([]);
    });

  it('prints one result on standard output, and progress in plain lines elsewhere', async () => {
    const { code, stdout, stderr } = await cognitoLab(['check', '--format', 'json'], noAws(), folder);
    expect(code).to.equal(0);
    expect((JSON.parse(stdout) as LabResult).schema).to.equal('cognito-lab/result/v1');
    expect(stderr.split('\n')[0]).to.equal('[ 1/19] Task 2: There is a user pool');
    expect(stderr).not.to.include('\u001b').and.not.to.include('\r');
  });

  it('could not tell where standard output is on a disk that is full', async function () {
    if (!existsSync('/dev/full')) this.skip();
    const bin = join(root, 'bin/cognito-lab.js');
    const { code, stderr } = await run('sh', ['-c', `"${process.execPath}" "${bin}" check --format json > /dev/full`], {
      env: noAws(),
      cwd: folder,
    });
    expect(code).to.equal(2);
    expect(stderr)
      .to.include('"standard output" cannot be written: the disk is full.')
      .and.not.to.match(/\n\s+at /);
  });

  it('reports on the chosen tasks only, and blocks what others spoilt', async () => {
    const solution = join(folder, 'solution.json');
    writeFileSync(
      solution,
      readFileSync(join(__dirname, '../../fixtures/model-solution.json'), 'utf8').replace(
        '"Allow users to sign themselves up": true',
        '"Allow users to sign themselves up": false',
      ),
    );
    const args = ['check', '--format', 'json', '--solution', solution, '--task', '6', '--task', '2'];
    const { code, stdout } = await cognitoLab(args, noAws(), folder);
    const { tasks, status } = JSON.parse(stdout) as LabResult;
    expect(tasks.map(({ id }) => id)).to.deep.equal([2, 6]);
    const code6 = tasks[1]?.checks.find(({ id }) => id === 'code-by-cognito-email');
    expect(code6).to.include({ status: 'blocked', blockedBy: 'self-sign-up' });
    expect([status, code]).to.deep.equal(['failed', 1]);
  });

  it('writes the report to a file, whole, and nothing to standard output', async () => {
    const { code, stdout } = await cognitoLab(
      ['check', '--format', 'html', '--output', 'report.html'],
      noAws(),
      folder,
    );
    expect([code, stdout]).to.deep.equal([0, '']);
    expect(readdirSync(folder)).to.deep.equal(['report.html']);
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).to.match(/^<!doctype html>[^]*<\/html>\s*$/i);
  });

  it('does not touch a file that is there when it cannot replace it', async function () {
    if (process.getuid?.() === 0 || process.platform === 'win32') this.skip();
    writeFileSync(join(folder, 'report.txt'), 'before');
    chmodSync(folder, 0o555);
    const { code } = await cognitoLab(['check', '--output', 'report.txt'], noAws(), folder);
    chmodSync(folder, 0o755);
    expect(code).to.equal(2);
    expect(readFileSync(join(folder, 'report.txt'), 'utf8')).to.equal('before');
  });

  it('shows no colour in a pipe, and some when it is asked for', async () => {
    expect((await cognitoLab(['check', '--task', '2'], noAws(), folder)).stdout).not.to.include('\u001b[');
    expect((await cognitoLab(['check', '--task', '2'], noAws({ FORCE_COLOR: '1' }), folder)).stdout).to.include(
      '\u001b[',
    );
    const both = noAws({ FORCE_COLOR: '1', NO_COLOR: '1' });
    expect((await cognitoLab(['check', '--task', '2'], both, folder)).stdout).not.to.include('\u001b[');
  });

  it('takes the class from .env, the environment before it, and a flag before both', async () => {
    writeFileSync(join(folder, '.env'), 'LAB_USER_POOL_NAME=from-dotenv\n');
    const nameOf = async (args: string[], env: NodeJS.ProcessEnv): Promise<unknown> => {
      const { stdout } = await cognitoLab(['check', '--format', 'json', '--task', '7', ...args], env, folder);
      return (JSON.parse(stdout) as LabResult).tasks[0]?.checks[0]?.findings[0]?.expected;
    };
    expect(await nameOf([], noAws())).to.equal('from-dotenv');
    expect(await nameOf([], noAws({ LAB_USER_POOL_NAME: 'from-env' }))).to.equal('from-env');
    expect(await nameOf(['--user-pool-name', 'from-flag'], noAws({ LAB_USER_POOL_NAME: 'x' }))).to.equal('from-flag');
  });

  it('shows its commands and exit codes with --help', async () => {
    const { code, stderr } = await cognitoLab(['--help'], noAws(), folder);
    expect(code).to.equal(0);
    expect(stderr).to.equal('');
  });

  it('says which version it is', async () => {
    const { code, stdout } = await cognitoLab(['--version'], noAws(), folder);
    expect(code).to.equal(0);
    expect(stdout.trim()).to.match(/^\d+\.\d+\.\d+$/);
  });
});
