/**
 * How fast a class is graded, as ratios: `npm run bench:grade [learners]`. Each line says what it measured, and whether
 * that keeps the limit. Takes minutes.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../support/simulator/server/start-server';
import { makeSnapshot } from '../support/targets/submission/make-snapshot';
import type { Snapshot } from '../support/targets/submission/snapshot-schema';
import { rightAnswers } from '../tests/cli/stand-in';
import { awsEnvironment, isInstalled } from '../tests/support/program';
import { callApi } from '../tests/support/sandbox-call';

const root = join(__dirname, '..');
const entry = join(root, 'bin/cognito-lab.js');

interface Cost {
  seconds: number;
  /** The most memory that it had at once, in megabytes; of processes of Node. */
  megabytes: number;
}

/** What a whole process costs. A verdict on the learners is no failure of it. */
async function cost(command: string, args: string[], env: NodeJS.ProcessEnv = process.env): Promise<Cost> {
  const told = "process.on('exit',()=>require('fs').writeSync(3,String(process.resourceUsage().maxRSS)))";
  const begun = performance.now();
  const child = spawn(command, command === process.execPath ? ['--require', script('peak.js', told), ...args] : args, {
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  let peak = '';
  child.stdio[3]?.on('data', (text: Buffer) => (peak += text.toString()));
  const [status] = (await once(child, 'close')) as [number | null];
  if (status === null || status > 1) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
  return { seconds: (performance.now() - begun) / 1000, megabytes: Number(peak) / 1024 };
}

const folder = mkdtempSync(join(tmpdir(), 'cognito-lab-bench-'));

function script(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

/** A folder of snapshots: two of three learners did all of it. */
function makeClass(learners: number): string {
  const place = join(folder, `class-${learners}`);
  mkdirSync(place);
  for (let at = 0; at < learners; at++) {
    const userPoolId = `us-east-1_${String(at).padStart(9, '0')}`;
    const text = JSON.stringify(rightAnswers)
      .replaceAll('us-east-1_AbCdEf123', userPoolId)
      .replace('"OFF"', at % 3 ? '"OFF"' : '"ON"');
    const { DescribeUserPoolClient, ...answers } = JSON.parse(text) as Record<string, unknown>;
    const picture = { answers: { ...answers, DescribeUserPoolClient: [DescribeUserPoolClient] }, failures: {} };
    const taken = makeSnapshot(picture as Pick<Snapshot, 'answers' | 'failures'>, {
      userPoolId,
      region: 'us-east-1',
      takenAt: new Date(0),
    });
    writeFileSync(join(place, `s${at}.json`), JSON.stringify(taken, null, 2));
  }
  return place;
}

let outputs = 0;
const grade = (args: string[], env?: NodeJS.ProcessEnv): Promise<Cost> =>
  cost(process.execPath, [entry, 'grade', ...args, '--output', join(folder, `out-${++outputs}`)], env);

function tell(value: number, limit: { most?: number; least?: number }, what: string): void {
  const kept = value <= (limit.most ?? Infinity) && value >= (limit.least ?? 0);
  if (!kept) process.exitCode = 1;
  const bound = limit.most === undefined ? `at least ${limit.least}` : `at most ${limit.most}`;
  process.stdout.write(`${value.toFixed(2).padStart(6)}  ${kept ? 'kept' : 'NOT KEPT'}, ${bound}: ${what}\n`);
}

async function bench(learners: number): Promise<void> {
  const small = makeClass(learners);
  const all = await grade([small]);
  await benchJobs(small);
  let checks = 0;
  const sample = 20;
  for (let at = 0; at < sample; at++)
    checks += (await cost(process.execPath, [entry, 'check', '--snapshot', join(small, `s${at}.json`)])).seconds;
  const each = (checks / sample) * learners;
  tell(each / all.seconds, { least: 60 }, `${learners} in one process (${all.seconds.toFixed(1)} s), to a check each`);

  if (isInstalled('python3', ['-c', 'import boto3, pytest'])) {
    const test = join(root, 'fixtures/bench/test_class.py');
    const args = ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', test];
    const { seconds } = await cost('python3', args, { ...process.env, CLASS: small });
    tell(
      all.seconds / seconds,
      { most: 1 },
      `the time of pytest with boto3's model, one test a learner (${seconds.toFixed(1)} s)`,
    );
  }

  const large = await grade([makeClass(10 * learners)]);
  const memory = `${Math.round(large.megabytes)} MB for ten times as many, to ${Math.round(all.megabytes)} MB`;
  tell(large.megabytes / all.megabytes, { most: 1.15 }, memory);
  await benchLive(200);
}

/** Reads the submissions, and writes as many bytes as grade does, each file flushed; argv: submissions, results, place. */
const bareNode = `
  const fs = require('node:fs');
  const [, , from, results, to] = process.argv;
  fs.mkdirSync(to);
  for (const name of fs.readdirSync(from)) fs.readFileSync(from + '/' + name);
  for (const name of fs.readdirSync(results))
    fs.writeFileSync(to + '/' + name, 'x'.repeat(fs.statSync(results + '/' + name).size), { flush: true });`;

/** One job and two, in turn with bare Node, because the machine may be busy: the medians of three. */
async function benchJobs(place: string): Promise<void> {
  const bare = script('bare.js', bareNode);
  const seconds = { one: [] as number[], two: [] as number[], bare: [] as number[] };
  for (let round = 0; round < 3; round++) {
    seconds.one.push((await grade([place, '--jobs', '1'])).seconds);
    seconds.two.push((await grade([place, '--jobs', '2'])).seconds);
    const results = join(folder, `out-${outputs}`, 'results');
    seconds.bare.push((await cost(process.execPath, [bare, place, results, join(folder, `bare-${round}`)])).seconds);
  }
  const median = (values: number[]): number => [...values].sort((a, b) => a - b)[1] ?? NaN;
  const [one, two] = [median(seconds.one), median(seconds.two)];
  tell(two / one, { most: 0.9 }, `two jobs (${two.toFixed(1)} s), to one (${one.toFixed(1)} s)`);
  tell(two / median(seconds.bare), { most: 2 }, 'two jobs, to reading and writing the same bytes with bare Node');
}

/** Pools in a sandbox that enforces AWS's quotas. */
async function benchLive(pools: number): Promise<void> {
  // A second goes by with every call that makes the pools, so that none of these is refused.
  let ahead = 0;
  const sandbox = await startServer({ quotas: true, clock: () => Date.now() + ahead });
  const call = async (operation: string, input: object): Promise<unknown> => {
    ahead += 1000;
    return JSON.parse((await callApi(sandbox.url, operation, input)).body);
  };
  const rows: string[] = ['student,user_pool_id'];
  const wanted = { UsernameAttributes: ['email'], AutoVerifiedAttributes: ['email'] };
  for (let at = 0; at < pools; at++) {
    const { UserPool } = (await call('CreateUserPool', { PoolName: 'keke', ...wanted })) as {
      UserPool: { Id: string };
    };
    await call('CreateUserPoolClient', { UserPoolId: UserPool.Id, ClientName: 'kekeclient' });
    rows.push(`s${at},${UserPool.Id}`);
  }
  ahead += 60_000;
  const roster = script('roster.csv', rows.join('\n'));
  const { seconds } = await grade(['--roster', roster], awsEnvironment(sandbox.url));
  await sandbox.close();
  // The narrowest: two reads of app clients a pool, 15 a second, the first second's worth at once.
  const alone = (2 * pools - 15) / 15;
  tell(seconds / alone, { most: 1.15 }, `${pools} live pools (${seconds.toFixed(1)} s), to the quotas alone`);
}

void bench(Number(process.argv[2] ?? 1000)).finally(() => rmSync(folder, { recursive: true }));
