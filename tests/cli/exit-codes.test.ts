import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { cliFiles } from '../../support/targets/submission/cli-folder';
import { run } from '../support/program';
import { cognitoLab, noAws, root } from './cognito-lab';
import { rightAnswers } from './stand-in';

const bin = join(root, 'bin/cognito-lab.js');

describe('Exit code 1 means that a check failed, and', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'cognito-lab-exit-'));
    for (const [name, answers] of Object.entries({
      right: rightAnswers,
      wrong: { ...rightAnswers, ListUsers: { Users: [] } },
    })) {
      mkdirSync(join(folder, name));
      for (const [operation, file] of Object.entries(cliFiles))
        writeFileSync(join(folder, name, file), JSON.stringify(answers[operation as keyof typeof answers]));
    }
  });
  after(() => rmSync(folder, { recursive: true }));
  const shell = (line: string): ReturnType<typeof run> =>
    run('bash', ['-c', line.replaceAll('LAB', `"${process.execPath}" "${bin}"`)], { env: noAws(), cwd: folder });

  before(function () {
    if (!existsSync('/dev/full')) this.skip();
  });

  const ends: [what: string, line: string, code: number][] = [
    ['a right pool ends in 0', 'LAB check --snapshot right', 0],
    ['a wrong one in 1', 'LAB check --snapshot wrong', 1],
    ['a full standard error in 2, with a right pool', 'LAB check --snapshot right 2>/dev/full', 2],
    ['a full standard error in 2, with a wrong one', 'LAB check --snapshot wrong 2>/dev/full', 2],
    ['a full standard output in 2', 'LAB check --snapshot wrong >/dev/full', 2],
    ['both full in 2', 'LAB check --snapshot wrong >/dev/full 2>&1', 2],
    ['a closed standard error changes nothing', 'LAB check --snapshot right 2>&-', 0],
    ['a reader that leaves changes nothing', 'LAB check --snapshot right 2>/dev/null | true; exit ${PIPESTATUS[0]}', 0],
    ['nor of standard error', 'LAB check --snapshot wrong 2> >(true)', 1],
    ['help for a command that there is not ends in 2', 'LAB help nonsense', 2],
    ['no command ends in 2, with help', 'LAB', 2],
    ['help in 0', 'LAB help check', 0],
  ];
  for (const [what, line, code] of ends)
    it(what, async () => {
      const ended = await shell(line);
      expect(ended.code, ended.stderr).to.equal(code);
    });

  it('help says what is wrong, and without a command what there is', async () => {
    expect((await shell('LAB help nonsense')).stderr).to.include("unknown command 'nonsense'");
    expect((await shell('LAB')).stderr).to.include('Usage: cognito-lab [options] [command]');
  });

  it('what is not installed as a whole ends in 2, and so does an error of ours at any time', async () => {
    const place = join(folder, 'broken');
    mkdirSync(join(place, 'bin'), { recursive: true });
    mkdirSync(join(place, 'dist/support/cli'), { recursive: true });
    const main = join(place, 'dist/support/cli/main.js');
    writeFileSync(join(place, 'bin/cognito-lab.js'), `require(${JSON.stringify(bin)})`);
    rmSync(join(place, 'bin/cognito-lab.js'));
    // A copy, which is no clone: what it requires stands beside it.
    await run('cp', [bin, join(place, 'bin/cognito-lab.js')], {});
    const bodies: [body: string, says: RegExp][] = [
      ["require('no-such-module-here')", /not installed as a whole: Cannot find module 'no-such-module-here'/],
      [
        "exports.main = async () => void setTimeout(() => { throw new Error('late') }, 1)",
        /bug of cognito-lab[^]*late/,
      ],
      ["exports.main = async () => { setTimeout(() => Promise.reject(new Error('lost')), 1) }", /lost/],
      ['exports.main = () => new Promise(() => {})', /^$/],
      ["exports.main = async () => { throw 'a\\u001b]0;x\\u0007\\n::error::b' }", /a\?\]0;x\?\n: :error: :b/],
      ['}', /SyntaxError/],
    ];
    for (const [body, says] of bodies) {
      writeFileSync(main, body);
      const { code, stderr } = await run(process.execPath, [join(place, 'bin/cognito-lab.js')], {});
      expect(code, body).to.equal(2);
      expect(stderr, body).to.match(says);
    }
  });

  it('a usage error does not write to the terminal what was typed', async () => {
    const { code, stderr } = await cognitoLab(
      ['check', `--\u001b]0;t\u0007x\n::error::y${'z'.repeat(100_000)}`],
      noAws(),
    );
    expect(code).to.equal(2);
    expect(stderr)
      .to.include('unknown option')
      .and.not.match(/\p{Cc}(?<!\n)|^\s*::/mu);
    expect(stderr.length).to.be.below(70_000);
  });
});

describe('What others wrote', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cognito-lab-others-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is no command to a CI runner, in any format on standard output', async () => {
    for (const [operation, file] of Object.entries(cliFiles))
      writeFileSync(join(folder, file), JSON.stringify(rightAnswers[operation]));
    const { UserPool } = rightAnswers.DescribeUserPool as { UserPool: object };
    const command = `${'a'.repeat(61)} ::add-mask::passed ##vso[task.setvariable variable=X]y ##teamcity[z] ##[error]`;
    writeFileSync(
      join(folder, cliFiles.DescribeUserPool),
      JSON.stringify({ UserPool: { ...UserPool, MfaConfiguration: command, Name: `\n${command}` } }),
    );
    for (const format of ['pretty', 'json', 'junit', 'html', 'markdown']) {
      const { stdout, stderr, code } = await cognitoLab(['check', '--snapshot', folder, '--format', format], noAws());
      expect(code, format).to.equal(1);
      expect(stdout + stderr, format).not.to.match(/^\s*::|##(vso|teamcity)?\[/m);
      if (format === 'json')
        expect(stdout)
          .to.include('add-mask')
          .and.satisfy((text: string) => JSON.parse(text) as unknown);
    }
  });

  it('is run by nobody: a .env beside it names programs in vain', async () => {
    writeFileSync(
      join(folder, '.env'),
      'AWS_CONFIG_FILE=aws.cfg\nAWS_SHARED_CREDENTIALS_FILE=none\nAWS_PROFILE=keke\nSWC_BINARY_PATH=./n.js\nNODE_OPTIONS=--require=./n.js\nLAB_USER_POOL_ID=us-east-1_AbCdEf123\nAWS_ENDPOINT_URL=http://127.0.0.1:9\n',
    );
    writeFileSync(
      join(folder, 'aws.cfg'),
      `[profile keke]\nregion = us-east-1\ncredential_process = touch ${join(folder, 'ran')}\n`,
    );
    writeFileSync(join(folder, 'n.js'), `require('fs').writeFileSync(${JSON.stringify(join(folder, 'ran'))}, '')`);
    const { code, stderr } = await cognitoLab(['check'], noAws({ AWS_MAX_ATTEMPTS: '1' }), folder);
    expect(existsSync(join(folder, 'ran'))).to.equal(false);
    expect(code).to.equal(2);
    expect(stderr).to.include('.env may not set AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE:');
    rmSync(join(folder, '.env'));
    symlinkSync('/dev/zero', join(folder, '.env'));
    const unusable = await cognitoLab(['check'], noAws(), folder);
    expect([unusable.code, unusable.stdout]).to.deep.equal([2, '']);
    expect(unusable.stderr).to.include('.env is not a file.');
  });
});
