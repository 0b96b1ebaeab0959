import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CognitoIdentityProviderClient, CreateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { readLab } from '../../support/lab/lab-folder';
import { planOf } from '../../support/lab/solution/choices';
import { defaultPort } from '../../support/simulator/server/defaults';
import { play } from '../../support/targets/owned/play-plan';
import { awsEnvironment, isInstalled, run } from '../support/program';
import { SandboxProcess } from '../support/sandbox-process';
import { root } from './page';
import { blocksOf, commandsInTable } from './shell-blocks';

/**
 * Shells as a person has them, without what they set up for themselves. Both read the blocks from standard input as
 * from a terminal: there, an interactive zsh takes a comment for a command.
 */
export const shells = {
  bash: {
    args: ['--noprofile', '--norc', '-i'],
    watch: `trap 'printf "%s\\n" "exit code $?: $BASH_COMMAND" >> "$FAULTS"' ERR`,
  },
  zsh: {
    args: ['-f', '-i'],
    watch: `TRAPZERR() { print -r -- "exit code $?: a command of the block" >> "$FAULTS" }`,
  },
} as const;

export type Shell = keyof typeof shells;

export const isShellInstalled = (shell: Shell): boolean => isInstalled(shell, ['-c', ':']);

export interface Pasted {
  /** The commands that failed, each under the block that it is in. */
  faults: string[];
  /** The folder that the shell is in after each block. */
  folders: Set<string>;
  /** What is in the folder afterwards and was not before. */
  made: string[];
  output: string;
}

/** A running sandbox, the pool of a model learner in it, and a copy of the project to paste commands in. */
export class PasteRig {
  private constructor(
    readonly url: string,
    readonly poolId: string,
    private readonly sandbox: SandboxProcess,
    private readonly handIn: string,
  ) {}

  static async start(): Promise<PasteRig> {
    const sandbox = new SandboxProcess(['--port', '0']);
    const url = await sandbox.url();
    const client = new CognitoIdentityProviderClient({
      endpoint: url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
    });
    let poolId = '';
    await play(client, planOf(readLab().solution), {}, async (input) => {
      const { UserPool } = await client.send(new CreateUserPoolCommand(input));
      return (poolId = UserPool?.Id ?? '');
    });
    client.destroy();
    const handIn = join(mkdtempSync(join(tmpdir(), 'cognito-lab-hand-in-')), 'keke.json');
    const program = join(root, 'bin/cognito-lab.js');
    const { code, stderr } = await run(
      process.execPath,
      [program, 'snapshot', '--user-pool-id', poolId, '--output', handIn],
      { env: awsEnvironment(url) },
    );
    if (code !== 0) throw new Error(stderr);
    return new PasteRig(url, poolId, sandbox, handIn);
  }

  async end(): Promise<void> {
    await this.sandbox.end('SIGTERM');
    rmSync(dirname(this.handIn), { recursive: true });
  }

  /**
   * Pastes each block of a page that is to be run into one shell, twice in a row, in the page's order.
   *
   * @param prepare called with the folder first
   */
  async paste(path: string, shell: Shell, env: NodeJS.ProcessEnv, prepare?: (folder: string) => void): Promise<Pasted> {
    const folder = projectCopy(this.handIn);
    try {
      prepare?.(folder);
      const before = readdirSync(folder);
      const blocks = [
        ...commandsInTable(path),
        ...blocksOf(path).flatMap(({ language, text, formOnly }) => (language === 'sh' && !formOnly ? text : [])),
      ];
      const faults = join(folder, '..', `${shell}.faults`);
      const folders = join(folder, '..', `${shell}.folders`);
      const script = [
        'PS1= PS2=',
        shells[shell].watch,
        ...blocks.flatMap((block) => [block, 'pwd >> "$FOLDERS"', block, 'pwd >> "$FOLDERS"']),
        'exit 0',
      ].join('\n');
      for (const file of [faults, folders]) writeFileSync(file, '');
      const output = await typed(
        shell,
        `${script.replaceAll(`http://127.0.0.1:${defaultPort}`, this.url).replaceAll('us-east-1_AbCdEf123', this.poolId)}\n`,
        { cwd: folder, env: { ...env, HOME: dirname(folder), FAULTS: faults, FOLDERS: folders, TERM: 'dumb' } },
      );
      return {
        faults: readFileSync(faults, 'utf8').split('\n').filter(Boolean),
        folders: new Set(
          readFileSync(folders, 'utf8')
            .split('\n')
            .filter(Boolean)
            .map((name) => name.replace(folder, '.')),
        ),
        made: readdirSync(folder).filter((name) => !before.includes(name)),
        output,
      };
    } finally {
      rmSync(dirname(folder), { recursive: true });
    }
  }
}

async function typed(shell: Shell, script: string, options: { cwd: string; env: NodeJS.ProcessEnv }): Promise<string> {
  // A session of its own: an interactive shell would otherwise reach for the terminal of whoever runs the tests.
  const child = spawn(shell, shells[shell].args, { ...options, detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
  child.stdin.end(script);
  await once(child, 'close');
  return output;
}

/** A folder that looks like a clone after `npm ci`, with a hand-in and a roster in it, and may be written to. */
function projectCopy(handIn: string): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'cognito-lab-paste-')), 'cognito-lab');
  mkdirSync(join(folder, 'submissions'), { recursive: true });
  copyFileSync(handIn, join(folder, 'submissions/keke.json'));
  writeFileSync(join(folder, 'roster.csv'), 'student,submission\nkeke,keke.json\n');
  linkProject(folder);
  return folder;
}

/** Links the project's files into a folder, which then looks like a clone after `npm ci`. */
export function linkProject(folder: string): void {
  for (const name of readdirSync(root).filter((each) => !each.startsWith('.') && each !== 'submissions'))
    symlinkSync(join(root, name), join(folder, name));
}

/** Whether a shell takes a text for commands at all; nothing of it is run. */
export const hasShellForm = (shell: Shell, text: string): boolean =>
  spawnSync(shell, ['-n'], { input: text, encoding: 'utf8' }).status === 0;
