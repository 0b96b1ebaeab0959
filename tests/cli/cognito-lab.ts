import { join } from 'node:path';
import { awsEnvironment, run, type Ran } from '../support/program';
import type { LabResult } from '../../support/lab/result/result';

export const root = join(__dirname, '../..');

/** Runs the command line tool as a user does, in a process of its own. */
export const cognitoLab = (
  args: string[],
  env: NodeJS.ProcessEnv = awsEnvironment('http://127.0.0.1:9'),
  cwd = root,
): Promise<Ran> => run(process.execPath, [join(root, 'bin/cognito-lab.js'), ...args], { env, cwd });

/** The environment of a user who never configured AWS. */
export const noAws = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => {
  const {
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: _,
    AWS_ACCESS_KEY_ID: _1,
    AWS_SECRET_ACCESS_KEY: _2,
    AWS_REGION: _3,
    AWS_DEFAULT_REGION: _4,
    ...rest
  } = awsEnvironment('');
  return { ...rest, ...more };
};

/** The statuses of a result's checks, by their ids. */
export const statusesOf = ({ tasks }: LabResult): Record<string, string> =>
  Object.fromEntries(tasks.flatMap(({ checks }) => checks.map(({ id, status }) => [id, status])));
