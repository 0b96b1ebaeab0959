import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const entry = join(__dirname, '../../bin/cognito-lab.js');

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** `cognito-lab sandbox` as a user starts it: a process of its own, known by its id. */
export class SandboxProcess {
  stdout = '';
  stderr = '';
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown[]>;

  constructor(args: readonly string[] = [], env = process.env) {
    this.#child = spawn(process.execPath, [entry, 'sandbox', ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
    this.#child.stdout?.on('data', (text: Buffer) => (this.stdout += text.toString()));
    this.#child.stderr?.on('data', (text: Buffer) => (this.stderr += text.toString()));
    this.#ended = once(this.#child, 'close');
  }

  /** Once it listens. @throws Error with what it said, if it ended instead */
  async url(): Promise<string> {
    for (;;) {
      const [, url] = /listens on (http:\S+)/.exec(this.stdout) ?? [];
      if (url !== undefined) return url;
      const outcome = await Promise.race([this.#ended, new Promise((resolve) => setTimeout(resolve, 20))]);
      if (outcome !== undefined) throw new Error(`The sandbox ended: ${this.stdout}${this.stderr}`);
    }
  }

  /** Once it has ended; with a signal, it is sent one first. */
  async end(signal?: NodeJS.Signals): Promise<Ended> {
    if (signal) this.#child.kill(signal);
    await this.#ended;
    const { exitCode: code, signalCode } = this.#child;
    return { code, signal: signalCode, stdout: this.stdout, stderr: this.stderr };
  }
}
