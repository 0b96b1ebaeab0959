/**
 * How fast the lab starts and runs, from the clone and from the package, as ratios: `npm run bench [runs]`. Machines
 * differ and are busy with other things, so that two commands are run in turn, A B A B …, and the median of the ratios
 * of neighbours is what counts.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../support/simulator/server/start-server';
import { cliFiles } from '../support/targets/submission/cli-folder';
import { rightAnswers } from '../tests/cli/stand-in';
import { Packed } from '../tests/package/packed';

const root = join(__dirname, '..');
const cucumber = [join(root, 'node_modules/@cucumber/cucumber/bin/cucumber.js')];

interface Command {
  name: string;
  args: string[];
  /** The current folder (default: the clone). */
  cwd?: string;
  env?: NodeJS.ProcessEnv;
}

/** Wall time of a whole process, in milliseconds. @throws Error where the command does not succeed */
async function time({ name, args, env, cwd = root }: Command): Promise<number> {
  const begun = process.hrtime.bigint();
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: 'ignore' });
  const [status] = (await once(child, 'exit')) as [number | null];
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${[...args].join(' ')}`);
  return Number(process.hrtime.bigint() - begun) / 1e6;
}

const median = (numbers: number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

/** @returns whether `a` is within `limit` times of `b` */
async function compare(a: Command, b: Command, limit: number, runs: number): Promise<boolean> {
  // The first run fills caches, the disk's and ours.
  for (const command of [a, b]) await time(command);
  const pairs: [number, number][] = [];
  for (let run = 0; run < runs; run++) pairs.push([await time(a), await time(b)]);
  const ratio = median(pairs.map(([one, other]) => one / other));
  const ms = (column: 0 | 1): string => `${Math.round(median(pairs.map((pair) => pair[column])))} ms`;
  const verdict = ratio <= limit ? 'within' : 'OVER';
  process.stdout.write(
    `${ratio.toFixed(2)}  ${verdict} ${limit.toFixed(2)}  ${a.name} (${ms(0)}) / ${b.name} (${ms(1)})\n`,
  );
  return ratio <= limit;
}

async function bench(runs: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'cognito-lab-bench-'));
  const packed = await Packed.make();
  const sandbox = await startServer();
  try {
    for (const [operation, name] of Object.entries(cliFiles))
      writeFileSync(join(folder, name), JSON.stringify(rightAnswers[operation]));
    const empty = { name: 'an empty scenario', args: [...cucumber, '--config', 'fixtures/bench/cucumber.js'] };
    const mock = { name: 'all features on the mock', args: cucumber };
    const clone = (name: string, ...args: string[]): Command => ({
      name,
      args: [join(root, 'bin/cognito-lab.js'), ...args],
    });
    const installed = (name: string, ...args: string[]): Command => ({
      name: `${name} from the package`,
      args: [packed.bin, ...args],
      cwd: packed.project,
    });
    const node = { name: 'a bare Node', args: ['--eval', ''] };
    const snapshot = ['check --snapshot', 'check', '--snapshot', folder] as const;
    const overHttp = {
      name: 'all features on the sandbox, over HTTP',
      args: [...cucumber, '--profile', 'aws'],
      env: {
        AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: sandbox.url,
        AWS_ACCESS_KEY_ID: 'sandbox',
        AWS_SECRET_ACCESS_KEY: 'sandbox',
        AWS_REGION: 'us-east-1',
      },
    };
    const kept = [
      await compare(mock, empty, 1.55, runs),
      await compare(clone(...snapshot), empty, 1.3, runs),
      await compare(installed(...snapshot), empty, 0.9, runs),
      await compare(installed('check', 'check'), empty, 1.15, runs),
      await compare(clone('--version', '--version'), node, 2, runs),
      await compare(installed('--version', '--version'), node, 2, runs),
      await compare(overHttp, mock, 1.5, runs),
    ];
    return kept.every(Boolean);
  } finally {
    await sandbox.close();
    packed.remove();
    rmSync(folder, { recursive: true });
  }
}

void bench(Number(process.argv[2] ?? 7)).then((kept) => {
  process.exitCode = kept ? 0 : 1;
});
