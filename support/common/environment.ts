import { statSync } from 'node:fs';
import { parse } from 'dotenv';
import { isAbsent } from './files/is-absent';
import { readBounded } from './files/read-bounded';
import { Problem } from './problem';
import { decode } from './text/decode';
import { quote } from './text/shorten';

/** Settings from the environment and from a `.env` file in the current folder. `.env.example` lists them all. */
export interface Environment {
  /** LAB_USER_POOL_NAME: the required name of every user pool. */
  userPoolName?: string;
  /** LAB_USER_POOL_ID: the existing pool to check. */
  userPoolId?: string;
  /** LAB_ALLOWED_ACCOUNTS: accounts in which pools may be created, separated by commas. */
  allowedAccounts: string[];
}

/**
 * The allow-list of variables in a `.env` file: those documented in `.env.example`, as a test checks. The current
 * folder can be untrusted, for example a submission, and other variables can make libraries run a program
 * (AWS_CONFIG_FILE with its credential_process, SWC_BINARY_PATH, NODE_OPTIONS). AWS_PROFILE only selects a profile
 * from the user's own configuration.
 */
export const settableByDotenv: readonly string[] = [
  'LAB_TARGET',
  'LAB_DIR',
  'LAB_USER_POOL_ID',
  'LAB_USER_POOL_NAME',
  'LAB_ALLOWED_ACCOUNTS',
  'AWS_REGION',
  'AWS_PROFILE',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER',
  'AWS_ENDPOINT_URL',
  'AWS_MAX_ATTEMPTS',
  'NO_COLOR',
  'FORCE_COLOR',
];

/**
 * Loads `.env` into the environment. Variables that are already set take precedence. The AWS SDK and Commander then
 * read their variables there; empty values are removed, because Commander would use them.
 *
 * If the file sets LAB_TARGET to `aws`, its LAB_ALLOWED_ACCOUNTS is ignored unless the command line asks for writes.
 * Otherwise an untrusted folder could create a pool in the user's account without the user's request.
 *
 * @param isAsked whether the command line asks for a command that creates or removes something
 * @returns `ignored`: variables of AWS and cognito-lab that are not on the allow-list, at most five; `isFolder`: `.env` is
 *   a folder, for example a Python virtual environment, which sets nothing; `lab`: the LAB_DIR that the file has set
 * @throws Problem if the file cannot be used: without its settings, another pool or less of it could be checked
 */
export function loadDotenv(
  file = '.env',
  env = process.env,
  isAsked = process.argv.some((argument) => /^--(target|tutorial|apply)(=|$)/.test(argument)),
): { ignored: string[]; isFolder?: true; lab?: string } {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) return { ignored: [], isFolder: true };
  const found = readDotenv(file);
  const { LAB_DIR: named } = env;
  if (found.LAB_TARGET === 'aws' && env.LAB_TARGET === undefined && !isAsked) delete found.LAB_ALLOWED_ACCOUNTS;
  for (const name of settableByDotenv) {
    const { [name]: value = '' } = found;
    if (value === '' || env[name] !== undefined) continue;
    if (name.startsWith('AWS_ENDPOINT_URL')) checkIsLocal(name, value);
    env[name] = value;
  }
  for (const [name, value] of Object.entries(env)) if (name.startsWith('LAB_') && value === '') delete env[name];
  const ignored = Object.keys(found).filter(
    (name) => /^(AWS|LAB)_\w{1,60}$/.test(name) && !settableByDotenv.includes(name),
  );
  return { ignored: ignored.slice(0, 5), ...(named === undefined && env.LAB_DIR && { lab: env.LAB_DIR }) };
}

/** The parser takes quadratic time on consecutive blank lines, so that the file size is limited. */
const mostBytes = 8 * 1024;

function readDotenv(file: string): NodeJS.Dict<string> {
  if (isAbsent(file)) return {};
  const remedy = 'Make it a file with the lines of .env.example that you need, or run from another folder.';
  return parse(decode(readBounded(file, { name: file, most: mostBytes, remedy }).bytes));
}

/** Requests carry a session token and are signed with the user's keys. An untrusted `.env` must not redirect them. */
function checkIsLocal(name: string, value: string): void {
  const host = URL.canParse(value) ? new URL(value).hostname : '';
  if (/^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(host)) return;
  throw new Problem(
    `.env sets ${name} to ${quote(value)}, which is not on this machine.`,
    'Set an endpoint that is elsewhere in the environment, so that nobody but you can send your requests there.',
  );
}

export function environment(env: NodeJS.ProcessEnv = process.env): Environment {
  return {
    userPoolName: env.LAB_USER_POOL_NAME,
    userPoolId: env.LAB_USER_POOL_ID,
    allowedAccounts: (env.LAB_ALLOWED_ACCOUNTS ?? '')
      .split(',')
      .map((account) => account.trim())
      .filter(Boolean),
  };
}
