import { execFile, spawnSync } from 'node:child_process';
import { devNull } from 'node:os';

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs another program to its end. It does not throw for an exit code: that is for the test to judge. */
export function run(program: string, args: readonly string[], options: { env?: NodeJS.ProcessEnv; cwd?: string } = {}) {
  return new Promise<Ran>((resolve, reject) => {
    execFile(program, args, { maxBuffer: 64 * 1024 * 1024, ...options }, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(new Error(`${program} cannot be run`, { cause: error }));
      else resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

/** Whether a program is on this machine and answers to `args` with success. */
export const isInstalled = (program: string, args: readonly string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/** An environment in which AWS's own tools talk to the sandbox, whatever this machine is set up for. */
export function awsEnvironment(url: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return {
    PATH,
    HOME,
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PAGER: '',
    // Nothing is remembered of one test in another, nor of tests on this machine.
    XDG_STATE_HOME: devNull,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: url,
    AWS_ACCESS_KEY_ID: 'sandbox',
    AWS_SECRET_ACCESS_KEY: 'sandbox',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    ...more,
  };
}
