import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LabResult } from '../../support/lab/result/result';
import { awsEnvironment, type Ran } from '../support/program';

const entry = join(__dirname, '../../bin/cognito-lab.js');

/** `cognito-lab check` as a user starts it: a process of its own, which knows the service by its address alone. */
export class CheckProcess {
  #stdout = '';
  #stderr = '';
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown[]>;

  constructor(service: string, args: readonly string[]) {
    // A folder without a .env: what this machine is set up for does not get in.
    this.#child = spawn(process.execPath, [entry, 'check', ...args], {
      cwd: __dirname,
      env: awsEnvironment(service),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stdout?.on('data', (text: Buffer) => (this.#stdout += text.toString()));
    this.#child.stderr?.on('data', (text: Buffer) => (this.#stderr += text.toString()));
    this.#ended = once(this.#child, 'close');
  }

  /** Sends a signal, and waits until the process has taken notice of it. */
  async interrupt(signal: NodeJS.Signals): Promise<void> {
    this.#child.kill(signal);
    while (!this.#stderr.includes('interrupted') && this.#child.exitCode === null) await sleep(20);
  }

  /** Once it has ended. */
  async end(): Promise<Ran> {
    await this.#ended;
    return { code: this.#child.exitCode ?? -1, stdout: this.#stdout, stderr: this.#stderr };
  }
}

/** Runs `cognito-lab check` to its end. */
export const check = (service: string, ...args: string[]): Promise<Ran> => new CheckProcess(service, args).end();

/** As {@link check}, with the result that it prints. */
export async function checkResult(service: string, ...args: string[]): Promise<Ran & { result: LabResult }> {
  const ran = await check(service, ...args, '--format', 'json');
  try {
    return { ...ran, result: JSON.parse(ran.stdout) as LabResult };
  } catch (error) {
    throw new Error(`check printed no result:\n${ran.stdout}${ran.stderr}`, { cause: error });
  }
}
