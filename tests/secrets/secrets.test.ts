import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { program } from '../../support/cli/program';
import { formats as checkFormats } from '../../support/reports';
import { startServer, type RunningServer } from '../../support/simulator/server/start-server';
import { newRun, tagsOf } from '../../support/targets/owned/run-tags';
import { cognitoLab } from '../cli/cognito-lab';
import { reply, startStandIn, type Answer } from '../cli/stand-in';
import { startSts } from '../cli/sts-stand-in';
import { GitHubStandIn } from '../drift/github-stand-in';
import { run } from '../support/program';
import { callApi } from '../support/sandbox-call';
import { SandboxProcess } from '../support/sandbox-process';
import { filesUnder, marked, planted, plantFiles, plantPool, secretsIn } from './planted';

/** The formats that a command has. */
const formatsOf = (command: string): string[] =>
  program()
    .commands.find((each) => each.name() === command)
    ?.options.find(({ long }) => long === '--format')?.argChoices ?? [];

describe('No secret', () => {
  let sandbox: RunningServer;
  let folder: string;
  let userPoolId: string;
  let made: string[];
  const ran = new Set<string>();

  before(async () => {
    sandbox = await startServer();
    folder = mkdtempSync(join(tmpdir(), 'cognito-lab-secrets-'));
    plantFiles(folder, sandbox.url);
    ({ userPoolId, made } = await plantPool(sandbox));
    // A client's secret, three tokens, a code.
    expect(made.length).to.be.at.least(5);
  });
  after(async () => {
    await sandbox.close();
    rmSync(folder, { recursive: true });
  });

  const { PATH, HOME } = process.env;
  /** Credentials and all else are in .env. */
  const env = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
    PATH,
    HOME,
    DEBUG: '*',
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    // What is remembered of a check is looked through, too.
    XDG_STATE_HOME: folder,
    CI: undefined,
    ...more,
  });

  /** Runs a command, looks for secrets in all that it said and wrote, and compares its exit code. */
  async function look(code: number, args: string[], more?: NodeJS.ProcessEnv): Promise<void> {
    ran.add(args[0] ?? '');
    const { stdout, stderr, code: ended } = await cognitoLab([...args, '--debug'], env(more), folder);
    // What it shows beyond what is said without it comes on top of that.
    expect(stderr, args.join(' ')).to.include('debug: ');
    const where = args.join(' ');
    expect(ended, `${where}: ${stderr}${stdout}`).to.equal(code);
    expect(secretsIn(stdout, made), `${where}, standard output`).to.deep.equal([]);
    expect(secretsIn(stderr, made), `${where}, standard error`).to.deep.equal([]);
    for (const [name, text] of filesUnder(folder, planted))
      expect(secretsIn(text, made), `${where}, ${name}`).to.deep.equal([]);
  }

  it('is planted in vain: the search finds each of them, in the encodings that it may have', () => {
    for (const secret of Object.values(marked)) {
      expect(secretsIn(`a ${secret} b`)).to.deep.equal([secret]);
      expect(secretsIn(`"${Buffer.from(secret).toString('base64')}"`)).to.deep.equal([secret]);
      expect(secretsIn(encodeURIComponent(secret))).to.deep.equal([secret]);
    }
  });

  for (const format of checkFormats)
    it(`is in what check says as ${format}, passed, failed, or not looked at`, async () => {
      const output = ['--format', format, '--output', `check.${format}`];
      await look(0, ['check', '--solution', 'good.json', '--format', format]);
      await look(1, ['check', '--snapshot', 'submission', ...output]);
      await look(2, ['check', '--snapshot', 'malformed', '--format', format]);
    });

  it('is in what check says of an endpoint', async () => {
    await look(0, ['check', '--target', 'aws', '--solution', 'good.json']);
    await look(2, ['check', '--target', 'aws', '--solution', 'weak.json']);
    await look(2, ['check', '--solution', 'broken.json']);
    await look(0, ['check', '--target', 'aws', '--solution', 'good.json', '--dry-run']);
    await look(0, ['check', '--target', 'aws', '--solution', 'good.json', '--dry-run', '--format', 'json']);
    await look(1, ['check', '--user-pool-id', userPoolId, '--format', 'json']);
    await look(1, ['check', '--user-pool-id', userPoolId, '--hints', 'fix']);
    await look(1, ['check', '--user-pool-id', userPoolId, '--format', 'html', '--output', 'fix.html']);
    expect(filesUnder(folder, planted).map(([name]) => name)).to.include(join(folder, 'cognito-lab/last-checks.json'));
  });

  const rude: [what: string, answer: Answer][] = [
    [
      'quotes the signed request, as AWS does for a wrong signature',
      (_, response) =>
        reply(response, 400, {
          __type: 'InvalidSignatureException',
          message: `The Canonical String should have been\nx-amz-security-token:${marked.sessionToken}`,
        }),
    ],
    [
      'shows a page with the request in it',
      (_, response) =>
        reply(response, 500, `<pre>${marked.sessionToken} ${marked.temporaryPassword}</pre>`, 'text/html'),
    ],
    ['answers with something else', (_, response) => reply(response, 200, `${marked.sessionToken} {}`)],
  ];
  for (const [what, answer] of rude)
    it(`is in what is said of an endpoint that ${what}`, async () => {
      const standIn = await startStandIn(answer);
      const there = { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: standIn.url, AWS_MAX_ATTEMPTS: '1' };
      try {
        await look(2, ['check', '--target', 'aws', '--solution', 'good.json'], there);
        await look(2, ['check', '--user-pool-id', userPoolId, '--format', 'json'], there);
        await look(2, ['sweep', '--format', 'json'], there);
        await look(2, ['snapshot', '--user-pool-id', userPoolId, '--output', 'none.json'], there);
        await look(2, ['drift', '--user-pool-id', userPoolId], there);
      } finally {
        await standIn.close();
      }
    });

  it('is in a snapshot, nor in what is said of it', async () => {
    await look(0, ['snapshot', '--user-pool-id', userPoolId, '--output', 'snapshot.json']);
    await look(1, ['check', '--snapshot', 'snapshot.json']);
    await look(2, ['snapshot', '--user-pool-id', 'us-east-1_000000000', '--output', 'none.json']);
  });

  it('is in a baseline, nor in what is said of drift', async () => {
    const named = ['drift', '--user-pool-id', userPoolId, '--baseline', 'baseline.json'];
    await look(0, [...named, '--update-baseline']);
    await callApi(sandbox.url, 'UpdateUserPool', { UserPoolId: userPoolId, PoolName: 'changed' });
    const ProviderDetails = {
      client_id: 'google',
      client_secret: `${marked.providerSecret}-2`,
      authorize_scopes: 'email',
    };
    await callApi(sandbox.url, 'UpdateIdentityProvider', {
      UserPoolId: userPoolId,
      ProviderName: 'Google',
      ProviderDetails,
    });
    for (const format of formatsOf('drift'))
      await look(1, [...named, '--format', format, '--output', `drift.${format}`]);
    expect(readFileSync(join(folder, 'drift.json'), 'utf8')).to.include('ProviderDetails.client_secret');
    await look(2, ['drift', '--user-pool-id', userPoolId, '--baseline', 'malformed/list-users.json']);
  });

  it('is in what is said of pools in other accounts, nor of the tutorial', async () => {
    const { secretAccessKey, sessionToken } = marked;
    const sts = await startSts('123456789012', (role) => role.endsWith('denied'), { secretAccessKey, sessionToken });
    try {
      const role = 'arn:aws:iam::111122223333:role/';
      const targets = [
        { pool: userPoolId, role: `${role}reader`, externalId: 'class-7', baseline: 'baseline.json' },
        { pool: 'us-east-1_AbCdEf123', role: `${role}denied` },
      ];
      writeFileSync(join(folder, 'targets.json'), JSON.stringify({ targets }));
      const there = { AWS_ENDPOINT_URL_STS: sts.url };
      for (const format of formatsOf('drift'))
        await look(2, ['drift', '--targets', 'targets.json', '--format', format], there);
      await look(0, ['drift', '--tutorial'], there);
    } finally {
      await sts.close();
    }
  });

  it('is in what the nightly job says, nor in an issue', async () => {
    const github = new GitHubStandIn(marked.accessToken);
    const root = join(__dirname, '../..');
    const script = ['-r', 'ts-node/register', join(root, 'scripts/nightly-drift.ts'), join(folder, 'drift.json')];
    const GITHUB_API_URL = await github.start();
    const summary = join(folder, 'summary.md');
    const job = { GITHUB_API_URL, GITHUB_REPOSITORY: 'keke/lab', GITHUB_TOKEN: marked.accessToken };
    try {
      const whole = { ...env(), ...job, GITHUB_STEP_SUMMARY: summary };
      for (const [repository, code] of [
        ['keke/lab', 0],
        ['keke/none', 2],
      ] as const) {
        const said = await run(process.execPath, script, {
          env: { ...whole, GITHUB_REPOSITORY: repository },
          cwd: root,
        });
        expect(said.code, said.stderr).to.equal(code);
        expect(secretsIn(said.stdout + said.stderr, made)).to.deep.equal([]);
      }
      expect(secretsIn(readFileSync(summary, 'utf8') + JSON.stringify(github.issues), made)).to.deep.equal([]);
      expect(github.issues).to.have.lengthOf(1);
    } finally {
      await github.stop();
    }
  });

  it('is in the grades of a class', async () => {
    mkdirSync(join(folder, 'grades'));
    await look(2, ['grade', 'class', '--output', 'grades']);
  });

  it('is in the grades of a class that was graded in parts', async () => {
    await look(2, ['grade', 'class', '--output', 'part', '--shard', '1/1']);
    await look(2, ['merge', 'part', '--output', 'merged']);
  });

  it('is in what sweep says', async () => {
    await callApi(sandbox.url, 'CreateUserPool', { PoolName: 'keke', UserPoolTags: tagsOf(newRun()) });
    for (const format of formatsOf('sweep')) await look(1, ['sweep', '--format', format]);
    await look(0, ['sweep', '--older-than', '0s', '--apply']);
  });

  it('is in what the sandbox says at its most verbose', async () => {
    ran.add('sandbox');
    const talkative = new SandboxProcess(['--port', '0', '--verbose', '--debug']);
    try {
      const url = await talkative.url();
      const { UserPool } = JSON.parse((await callApi(url, 'CreateUserPool', { PoolName: 'keke' })).body) as {
        UserPool: { Id: string };
      };
      const input = { UserPoolId: UserPool.Id, Username: 'keke', TemporaryPassword: marked.temporaryPassword };
      await callApi(url, 'AdminCreateUser', input);
      await callApi(url, 'AdminCreateUser', { ...input, UserPoolId: marked.code });
      await callApi(url, 'GetUser', { AccessToken: marked.accessToken }, null);
      await callApi(
        url,
        'RevokeToken',
        { Token: marked.accessToken, ClientId: 'x', ClientSecret: marked.clientSecret },
        null,
      );
    } finally {
      const { stdout, stderr } = await talkative.end('SIGTERM');
      expect(stderr).to.include('AdminCreateUser');
      expect(secretsIn(stdout + stderr)).to.deep.equal([]);
    }
  });

  it('is in what lab says', async () => {
    await look(0, ['lab', 'steps', '--format', 'json']);
    await look(0, ['lab', 'policy', '--provision']);
    await look(0, ['lab', 'init', 'lab', '--title', 'A lab', '--client', 'web']);
    await look(0, ['lab', 'lint', 'lab']);
    for (const format of ['text', 'json', 'junit']) await look(0, ['lab', 'test', 'lab', '--format', format]);
  });

  it('was looked for in every command that there is', () => {
    expect([...ran]).to.include.members(program().commands.map((command) => command.name()));
  });
});
