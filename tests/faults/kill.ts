import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awsEnvironment } from '../support/program';
import { root } from '../cli/cognito-lab';
import { sweepAll, type FaultSuite, type Lane } from './fault-suite';

/** Kills a run at once when one of its calls arrives, or as soon as it is carried out. @returns what is wrong after it */
export async function kill(
  { sdk, calls, table }: FaultSuite,
  { proxy, others }: Lane,
  when: 'before' | 'after',
  call: number,
): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cognito-lab-killed-'));
  let killed = false;
  const child = spawn(process.execPath, [join(root, 'bin/cognito-lab.js'), 'check', '--target', 'aws'], {
    // A folder without a .env.
    cwd: folder,
    env: awsEnvironment(proxy.url),
    stdio: 'ignore',
  });
  await proxy.begin({
    at: call,
    calls: 1,
    spoil: async ({ forward, response }) => {
      if (when === 'after') await forward();
      killed = child.kill('SIGKILL');
      response.destroy();
    },
  });
  await once(child, 'close');
  await proxy.heal();
  rmSync(folder, { recursive: true });
  const isLeft = (await others.wrong()).length > 0;
  const wrong = await sdk.at(proxy.url, () => sweepAll(others));
  if (!killed) wrong.push('never came to be killed');
  if (proxy.poolsMade > 1) wrong.push(`${proxy.poolsMade} pools were made`);
  table.set(`killed ${when}`, call, wrong.length ? 'X' : isLeft ? 'K' : 'k');
  return wrong.map((what) => `call ${call + 1}, ${calls[call]}: ${what}`);
}
