import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isInstalled, run } from '../support/program';

/** An independent Cognito on a port of this machine, in a process of its own. */
export interface Emulator {
  url: string;
  stop(): Promise<void>;
}

/** The version whose differences from AWS fixtures/emulators/cognito-local.json lists. */
const cognitoLocal = 'cognito-local@5.3.0';

/** How long an emulator may take until its port answers, in milliseconds. */
const readyWithin = 120_000;

/** What the tests cannot do without and this machine has not got, in a sentence; `undefined` where all is there. */
export async function missingForMoto(): Promise<string | undefined> {
  if (!isInstalled('moto_server', ['--help'])) return 'moto_server is not installed here';
  return missingCli();
}

/** As {@link missingForMoto}. It downloads cognito-local where npm has not got it yet, which may take minutes. */
export async function missingForCognitoLocal(): Promise<string | undefined> {
  if (!isInstalled('npx', ['--version'])) return 'npx is not installed here';
  const { code, stderr } = await run('npx', ['--yes', '--package', cognitoLocal, '--', 'node', '--version']);
  if (code !== 0) return `npx cannot get ${cognitoLocal} here (${stderr.trim().split('\n').at(0)})`;
  return missingCli();
}

const missingCli = (): string | undefined =>
  isInstalled('aws', ['--version']) ? undefined : 'the AWS CLI is not installed here';

export const startMoto = (): Promise<Emulator> =>
  start((port) => ({ program: 'moto_server', args: ['-H', '127.0.0.1', '-p', String(port)] }));

export const startCognitoLocal = (): Promise<Emulator> =>
  start((port) => ({
    program: 'npx',
    args: ['--yes', cognitoLocal],
    env: { HOST: '127.0.0.1', PORT: String(port) },
  }));

interface Launch {
  program: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
}

/** @throws Error with what it printed, where it ends or its port stays silent */
async function start(launch: (port: number) => Launch): Promise<Emulator> {
  const port = await freePort();
  const { program, args, env } = launch(port);
  // cognito-local keeps its pools in the folder that it is started in.
  const cwd = fs.mkdtempSync(join(tmpdir(), 'cognito-lab-emulator-'));
  // A process group of its own: npx starts others, and they are to end with it.
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${program} cannot be started.`);
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (printed = (printed + text.toString()).slice(-4000)));
  const ended = once(child, 'close');
  const abandoned = (): void => killGroup(pid, 'SIGKILL');
  process.once('exit', abandoned);
  const stop = async (): Promise<void> => {
    killGroup(pid, 'SIGTERM');
    await Promise.race([ended, sleep(5_000, undefined, { ref: false })]);
    killGroup(pid, 'SIGKILL');
    await ended;
    process.off('exit', abandoned);
    fs.rmSync(cwd, { recursive: true, force: true });
  };

  const url = `http://127.0.0.1:${port}`;
  if (await answers(url, child)) return { url, stop };
  await stop();
  throw new Error(`${program} did not come to answer on ${url}:\n${printed}`);
}

/** Whether anything at all is answered there before the time is over or the process ends. */
async function answers(url: string, child: ChildProcess): Promise<boolean> {
  const until = Date.now() + readyWithin;
  while (Date.now() < until && child.exitCode === null && child.signalCode === null) {
    try {
      await (await fetch(url)).arrayBuffer();
      return true;
    } catch {
      await sleep(100);
    }
  }
  return false;
}

function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // None of the group is left.
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
