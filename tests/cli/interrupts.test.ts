import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { startServer, type RunningServer } from '../../support/simulator/server/start-server';
import { bounds } from '../../support/aws/client';
import { FaultProxy } from '../faults/fault-proxy';
import { awsEnvironment, type Ran } from '../support/program';
import { cognitoLab, root } from './cognito-lab';
import { asRight, startStandIn } from './stand-in';

const programs: Record<string, string[]> = {
  'cognito-lab check --target aws': [join(root, 'bin/cognito-lab.js'), 'check', '--target', 'aws'],
  'cognito-lab drift --tutorial': [join(root, 'bin/cognito-lab.js'), 'drift', '--tutorial'],
  'cucumber-js -p aws': [join(root, 'node_modules/@cucumber/cucumber/bin/cucumber.js'), '-p', 'aws'],
};

/** A program that is held up in one of its calls. */
class Held {
  #said = '';
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown[]>;

  constructor(args: string[], url: string) {
    const env = awsEnvironment(url, { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' });
    this.#child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
    this.#child.stderr?.on('data', (text: Buffer) => (this.#said += text.toString()));
    this.#ended = once(this.#child, 'close');
  }

  async signal(signal: NodeJS.Signals): Promise<void> {
    this.#child.kill(signal);
    while (!this.#said.includes('interrupted') && this.#child.exitCode === null && this.#child.signalCode === null)
      await sleep(20);
  }

  async end(): Promise<Pick<Ran, 'stderr'> & { code: number | null }> {
    await this.#ended;
    return { code: this.#child.exitCode, stderr: this.#said };
  }
}

for (const [name, args] of Object.entries(programs))
  describe(`${name}, interrupted`, () => {
    let sandbox: RunningServer;
    let proxy: FaultProxy;
    before(async () => {
      sandbox = await startServer();
      proxy = await FaultProxy.start(sandbox.url);
    });
    after(async () => {
      await proxy.close();
      await sandbox.close();
    });

    const pools = (): number => sandbox.cognito.store.pools.size;

    /** Starts the program, and comes back when a call has been carried out that is not yet answered. */
    async function hold(at: number, calls = 1): Promise<{ held: Held; release: () => void }> {
      let release = (): void => undefined;
      let arrived = (): void => undefined;
      const there = new Promise<void>((resolve) => (arrived = resolve));
      const released = new Promise<void>((resolve) => (release = resolve));
      await proxy.begin({
        at,
        calls,
        spoil: async ({ forward, reply }) => {
          if (proxy.operations.at(-1) === 'DeleteUserPool') return;
          const answer = await forward();
          arrived();
          await released;
          reply(answer);
        },
      });
      const held = new Held(args, proxy.url);
      await there;
      return { held, release };
    }

    const cases: [NodeJS.Signals, string, number][] = [
      ['SIGINT', 'the pool is made', 0],
      ['SIGTERM', 'the learner is played', 2],
    ];
    for (const [signal, what, at] of cases)
      it(`by ${signal} while ${what}: leaves nothing`, async () => {
        const { held, release } = await hold(at);
        expect(pools()).to.equal(1);
        await held.signal(signal);
        release();
        const { code, stderr } = await held.end();
        expect(code).to.be.above(0);
        expect(stderr).to.include('interrupted, removing the user pool');
        expect(pools()).to.equal(0);
      });

    for (const [at, what, limit] of [
      [0, 'CreateUserPool', bounds.attempt + bounds.attempt],
      [3, 'a call on its pool', bounds.attempt],
    ] as const)
      it(`by one SIGINT while ${what} is not answered: removes the pool within ${limit} ms`, async () => {
        const { held, release } = await hold(at);
        const begun = Date.now();
        await held.signal('SIGINT');
        const { code } = await held.end();
        release();
        expect(code).to.be.above(0);
        expect(pools()).to.equal(0);
        expect(Date.now() - begun).to.be.below(limit);
      });

    for (const [at, what] of [
      [0, 'before it knows its pool'],
      [2, 'when it knows its pool'],
    ] as const)
      it(`twice ${what}: says what may be left, and the line that removes it`, async () => {
        // Removing the pool is held up, too.
        const { held, release } = await hold(at, Infinity);
        await held.signal('SIGINT');
        await held.signal('SIGINT');
        const { code, stderr } = await held.end();
        release();
        expect(code).to.equal(2);
        if (at > 0)
          expect(stderr).to.match(/aws cognito-idp delete-user-pool --region us-east-1 --user-pool-id us-east-1_\w+/);
        expect(stderr).to.match(at === 0 ? /A user pool may be left/ : /The user pool us-east-1_\w+ may be left/);
        const [, line = ''] = /cognito-lab\.js (sweep .*)/.exec(stderr) ?? [];
        expect(pools()).to.equal(1);
        const swept = await cognitoLab(line.split(' '), awsEnvironment(sandbox.url));
        expect(swept.code, swept.stderr).to.equal(0);
        expect(pools()).to.equal(0);
      });
  });

describe('What only reads, on an endpoint that never ends its answer', () => {
  const id = ['--user-pool-id', 'us-east-1_AbCdEf123'];
  const readers: [args: string[], operation: string, signal: NodeJS.Signals][] = [
    [['check', ...id], 'DescribeUserPool', 'SIGINT'],
    [['check', ...id], 'ListUsers', 'SIGTERM'],
    [['snapshot', ...id, '--output', join(tmpdir(), 'cognito-lab-never-written.json')], 'ListUsers', 'SIGINT'],
    [['drift', ...id], 'DescribeUserPool', 'SIGTERM'],
    [['sweep'], 'ListUserPools', 'SIGINT'],
  ];
  for (const [args, slow, signal] of readers)
    it(`is ended by one ${signal}: ${args[0]}, in ${slow}`, async () => {
      const standIn = await startStandIn((operation, response) => {
        if (operation !== slow) return asRight(operation, response);
        response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
        const drip = setInterval(() => response.write(' '), 100);
        response.on('close', () => clearInterval(drip));
      });
      try {
        const held = new Held([join(root, 'bin/cognito-lab.js'), ...args], standIn.url);
        while (!standIn.asked.includes(slow)) await sleep(20);
        const begun = Date.now();
        await held.signal(signal);
        const { code, stderr } = await held.end();
        expect(Date.now() - begun).to.be.below(bounds.attempt);
        // No code: the signal itself ended it, as there was nothing to undo.
        expect(code, stderr).to.be.oneOf([2, null]);
      } finally {
        await standIn.close();
      }
    });
});
