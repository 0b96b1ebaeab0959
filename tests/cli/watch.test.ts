import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from 'chai';
import { startServer, type RunningServer } from '../../support/simulator/server/start-server';
import { isReader } from '../../support/aws/reading-operations';
import { awsEnvironment } from '../support/program';
import { callApi } from '../support/sandbox-call';
import { cognitoLab, root } from './cognito-lab';

const entry = join(root, 'bin/cognito-lab.js');

/** A watch as a user starts it. */
class WatchProcess {
  output = '';
  readonly #child: ChildProcess;

  constructor(command: string, args: string[], env: NodeJS.ProcessEnv) {
    this.#child = spawn(command, args, { env, cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (text: Buffer) => (this.output += text.toString()));
  }

  /** Once that was written. */
  async said(pattern: RegExp): Promise<void> {
    while (!pattern.test(this.output)) {
      if (this.#child.exitCode !== null) throw new Error(`It ended: ${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  type(keys: string): void {
    this.#child.stdin?.write(keys);
  }

  async end(signal?: NodeJS.Signals): Promise<number | null> {
    if (signal) this.#child.kill(signal);
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, 'close');
    return this.#child.exitCode;
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }
}

/** What switches a terminal to its other screen, and back with the cursor. */
const [enter, leave] = ['\u001b[?1049h', '\u001b[?25h\u001b[?1049l'];

describe('check --watch', () => {
  let sandbox: RunningServer;
  let reads: string[] = [];
  let UserPoolId = '';
  let watch: WatchProcess | undefined;

  const start = (more: NodeJS.ProcessEnv = {}): Promise<RunningServer> =>
    startServer({
      port: Number(more.PORT ?? 0),
      onCall: ({ operation }) => void (isReader(operation) && reads.push(operation)),
    });
  const call = async (operation: string, input: object): Promise<void> =>
    expect((await callApi(sandbox.url, operation, { UserPoolId, ...input })).status).to.equal(200) && undefined;
  const piped = (): WatchProcess =>
    (watch = new WatchProcess(
      process.execPath,
      [entry, 'check', '--watch', '--user-pool-id', UserPoolId],
      awsEnvironment(sandbox.url),
    ));

  beforeEach(async () => {
    sandbox = await start();
    reads = [];
    const { body } = await callApi(sandbox.url, 'CreateUserPool', {
      PoolName: 'keke',
      UsernameAttributes: ['email'],
      AutoVerifiedAttributes: ['email'],
      Schema: ['name', 'preferred_username', 'phone_number'].map((Name) => ({ Name, Required: true })),
    });
    UserPoolId = (JSON.parse(body) as { UserPool: { Id: string } }).UserPool.Id;
  });
  afterEach(async () => {
    watch?.kill();
    await watch?.end();
    await sandbox.close();
  });

  it('is told of a change by the sandbox, and makes five calls for it and none for nothing', async () => {
    const seen = piped();
    await seen.said(/Task 8: failed/);
    expect(seen.output).to.include('(told of every change)');
    const first = reads.length;
    expect(first).to.equal(4);
    await call('CreateUserPoolClient', { ClientName: 'kekeclient' });
    await seen.said(/app-client: failed, now passed .*\n.*15 of 17 points/);
    expect(reads.length - first).to.equal(5);
    await call('AdminCreateUser', { Username: 'keke@example.com' });
    await seen.said(/user-created: failed, now passed .*\n.*17 of 17 points/);
    expect(reads.length - first).to.equal(10);
    expect(await seen.end('SIGINT')).to.equal(0);
  });

  it('says when the sandbox goes away, when it is back, and when the pool is gone, and goes on', async () => {
    const { port } = new URL(sandbox.url);
    const seen = piped();
    await seen.said(/Task 8: failed/);
    const { store } = sandbox.cognito;
    await sandbox.close();
    await seen.said(/Could not look: .* cannot be reached/);
    sandbox = await start({ PORT: port });
    for (const [id, pool] of store.pools) sandbox.cognito.store.pools.set(id, pool);
    await seen.said(/Could not look[^]*points/);
    await call('DeleteUserPool', {});
    await seen.said(/Could not look: There is no user pool/);
    // What it says last is that it could not look.
    expect(await seen.end('SIGTERM')).to.equal(2);
  });

  it('keeps its place on a terminal, gives it back, and ends with q in the exit code of the verdict', async function () {
    const command = ['check', '--watch', '--user-pool-id', UserPoolId].map((arg) => `'${arg}'`).join(' ');
    const inTerminal = [
      '-qec',
      `stty cols 90 rows 30; '${process.execPath}' '${entry}' ${command}; echo "exit $?"; stty -a`,
      '/dev/null',
    ];
    if (spawnSync('script', ['--version'], { stdio: 'ignore' }).status !== 0) this.skip();
    const env = { ...awsEnvironment(sandbox.url), TERM: 'xterm', CI: undefined };
    const seen = (watch = new WatchProcess('script', inTerminal, env));
    await seen.said(/q ends the watch/);
    expect(seen.output).to.include(enter);
    await call('CreateUserPoolClient', { ClientName: 'kekeclient' });
    await seen.said(/app client named kekeclient: failed/);
    seen.type('q');
    await seen.said(/exit 1[^]*icanon/);
    const [, ...after] = seen.output.split(leave);
    expect(after).to.have.lengthOf(1);
    expect(after[0]).to.match(/15 of 17 points[^]*exit 1/);
    expect(seen.output.split(enter)).to.have.lengthOf(2);
    expect(seen.output).to.match(/ icanon/);
  });

  const refused: [what: string, args: string[], said: RegExp][] = [
    ['a snapshot', ['--snapshot', 'x'], /--watch and --snapshot contradict/],
    ['a format', ['--user-pool-id', 'us-east-1_AbCdEf123', '--format', 'json'], /--watch and --format contradict/],
    ['an output', ['--user-pool-id', 'us-east-1_AbCdEf123', '--output', 'x'], /--watch and --output contradict/],
    ['no pool', [], /--watch needs the pool/],
    ['a pool that is none', ['--user-pool-id', 'us-east-1_Nowhere00'], /There is no user pool us-east-1_Nowhere00/],
  ];
  for (const [what, args, said] of refused)
    it(`refuses ${what} in a sentence`, async () => {
      const { code, stdout, stderr } = await cognitoLab(['check', '--watch', ...args], awsEnvironment(sandbox.url));
      expect({ code, stdout }).to.deep.equal({ code: 2, stdout: '' });
      expect(stderr).to.match(said);
    });
});
