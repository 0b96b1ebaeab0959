/**
 * How fast the lab starts and runs, as ratios: `npm run bench [runs]`. Machines differ and are busy with other things,
 * so that two commands are run in turn, A B A B …, and the median of the ratios of neighbours is what counts.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../support/sandbox/sandbox';
import { files } from '../support/submission/folder';
import { rightAnswers } from '../tests/cli/stand-in';

const root = join(__dirname, '..');
const cucumber = [join(root, 'node_modules/@cucumber/cucumber/bin/cucumber.js')];

interface Command {
  name: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
}

/** Wall time of a whole process, in milliseconds. @throws Error where the command does not succeed */
function time({ name, args, env }: Command): number {
  const begun = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - begun) / 1e6;
}

const median = (numbers: number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

function compare(a: Command, b: Command, limit: number, runs: number): boolean {
  [a, b].forEach(time); // The first run fills caches, the disk's and ours.
  const pairs = Array.from({ length: runs }, () => [time(a), time(b)] as const);
  const ratio = median(pairs.map(([one, other]) => one / other));
  const ms = (column: 0 | 1): string => `${Math.round(median(pairs.map((pair) => pair[column])))} ms`;
  const verdict = ratio <= limit ? 'within' : 'OVER';
  process.stdout.write(
    `${a.name} (${ms(0)}) / ${b.name} (${ms(1)}): ${ratio.toFixed(2)}, ${verdict} ${limit.toFixed(1)}\n`,
  );
  return ratio <= limit;
}

async function bench(runs: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'cognito-lab-bench-'));
  const sandbox = await startSandbox({ port: 0, host: '127.0.0.1', accountId: '123456789012', quotas: false });
  try {
    for (const [operation, name] of Object.entries(files))
      writeFileSync(join(folder, name), JSON.stringify(rightAnswers[operation]));
    const empty: Command = { name: 'an empty scenario', args: [...cucumber, '--config', 'fixtures/bench/cucumber.js'] };
    const mock: Command = { name: 'all features on the mock', args: cucumber };
    const snapshot: Command = {
      name: 'check --snapshot',
      args: [join(root, 'bin/cognito-lab.js'), 'check', '--snapshot', folder],
    };
    // In a process of its own, the sandbox would be timed with its start; it is warm, as a user's is.
    const http: Command = {
      name: 'all features on the sandbox, over HTTP',
      args: [...cucumber, '--profile', 'aws'],
      env: {
        AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: sandbox.url,
        AWS_ACCESS_KEY_ID: 'sandbox',
        AWS_SECRET_ACCESS_KEY: 'sandbox',
        AWS_REGION: 'us-east-1',
      },
    };
    const kept = [compare(mock, empty, 2, runs), compare(snapshot, empty, 1.5, runs)];
    void http;
    return kept.every(Boolean);
  } finally {
    await sandbox.close();
    rmSync(folder, { recursive: true });
  }
}

void bench(Number(process.argv[2] ?? 7)).then((kept) => {
  process.exitCode = kept ? 0 : 1;
});
