import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isInstalled, run, type Ran } from '../support/program';

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
  const { code, stderr } = await npxCognitoLocal();
  if (code !== 0) return `npx cannot get ${cognitoLocal} here: ${stderr.trim()}`;
  return missingCli();
}

const missingCli = (): string | undefined =>
  isInstalled('aws', ['--version']) ? undefined : 'the AWS CLI is not installed here';

export const startMoto = (): Promise<Emulator> =>
  start((port) => ({ program: 'moto_server', args: ['-H', '127.0.0.1', '-p', String(port)] }));

/** Without npx in between, so that it can be stopped by its id. */
export async function startCognitoLocal(): Promise<Emulator> {
  const { stdout } = await npxCognitoLocal();
  const files = stdout
    .trim()
    .split(delimiter)
    .map((folder) => join(folder, 'cognito-local'));
  const program = files.find((file) => fs.existsSync(file));
  if (program === undefined) throw new Error(`npx has got ${cognitoLocal}, and no program of it.`);
  return start((port) => ({
    program: process.execPath,
    args: [program],
    env: { HOST: '127.0.0.1', PORT: String(port) },
  }));
}

/** Gets the package, and prints the folders in which npx would look for its programs: its own before all others. */
const npxCognitoLocal = (): Promise<Ran> =>
  run('npx', ['--yes', '--package', cognitoLocal, '--', 'node', '-p', 'process.env.PATH']);

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
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (printed = (printed + text.toString()).slice(-4000)));
  const ended = once(child, 'close');
  const abandoned = (): boolean => child.kill('SIGKILL');
  process.once('exit', abandoned);
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await Promise.race([ended, sleep(5_000, undefined, { ref: false })]);
    child.kill('SIGKILL');
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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
