import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isInstalled, run, type Ran } from '../support/program';

const server = join(__dirname, 'aws_cli.py');

/** The AWS CLI in one environment: its commands in one Python process, where Python can import it. */
export class AwsCli {
  readonly #env: NodeJS.ProcessEnv;
  readonly #child?: ChildProcess;
  readonly #lines?: AsyncIterator<string>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(env: NodeJS.ProcessEnv) {
    this.#env = env;
    // Version 2 brings a Python of its own, and is started for each command.
    if (!isInstalled('python3', ['-c', 'import awscli.clidriver'])) return;
    const child = spawn('python3', ['-B', server], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    this.#child = child;
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  /** Runs a command to its end; commands run one after another. It does not throw for an exit code. */
  async run(args: readonly string[]): Promise<Ran> {
    if (!this.#child) return run('aws', args, { env: this.#env });
    const answer = this.#last.then(async () => {
      this.#child?.stdin?.write(`${JSON.stringify(args)}\n`);
      const line = await this.#lines?.next();
      if (!line || line.done) throw new Error(`The AWS CLI ended during ${args.join(' ')}`);
      return JSON.parse(line.value) as Ran;
    });
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  async close(): Promise<void> {
    if (!this.#child || this.#child.exitCode !== null) return;
    const ended = once(this.#child, 'close');
    this.#child.stdin?.end();
    await ended;
  }
}
