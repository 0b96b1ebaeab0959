import { existsSync } from 'node:fs';
import { parse } from 'dotenv';
import { readBounded } from './files/read-bounded';
import { Problem } from './problem';
import { decode } from './text/decode';
import { quote } from './text/shorten';

/** What the environment, and then a `.env` file in the current folder, say. `.env.example` lists it all. */
export interface Environment {
  /** LAB_USER_POOL_NAME: the name that the class agreed on. */
  userPoolName?: string;
  /** LAB_USER_POOL_ID: the pool to attach to. */
  userPoolId?: string;
  /** LAB_ALLOWED_ACCOUNTS: accounts in which pools may be created, separated by commas. */
  allowedAccounts: string[];
}

/**
 * The only variables that a `.env` file may set: those that `.env.example` documents, which a test holds to this list.
 * The current folder may be one that somebody else filled, such as a submission, and libraries read many more: some
 * name a program to run (AWS_CONFIG_FILE with its credential_process, SWC_BINARY_PATH, NODE_OPTIONS). AWS_PROFILE
 * chooses among the profiles in the user's own configuration files.
 */
export const settableByDotenv: readonly string[] = [
  'LAB_TARGET',
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
 * Lets `.env` add to the environment; what is set already wins. The AWS SDK then finds its own variables there, and
 * Commander ours: a line that was left empty says nothing, and must not reach it as a value.
 *
 * A file that sets the target to an account does not also say that the account is allowed: the two would have a stranger's
 * folder create a pool in the user's account, without a word of the user's.
 *
 * @param isAsked whether the user asked, on the command line, for what creates or removes something
 * @returns the variables of AWS's and ours in it that it may not set, at most five
 * @throws Problem where it cannot be used: without what it should say, another pool might be checked, or less of it
 */
export function loadDotenv(
  file = '.env',
  env = process.env,
  isAsked = process.argv.some((argument) => /^--(target|tutorial|apply)(=|$)/.test(argument)),
): { ignored: string[] } {
  const found = readDotenv(file);
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
  return { ignored: ignored.slice(0, 5) };
}

/** The parser's time grows with the square of a run of blank lines, so that the file may not be large. */
const mostBytes = 8 * 1024;

function readDotenv(file: string): NodeJS.Dict<string> {
  if (!existsSync(file)) return {};
  const remedy = 'Make it a file with the lines of .env.example that you need, or run from another folder.';
  return parse(decode(readBounded(file, { name: file, most: mostBytes, remedy }).bytes));
}

/** Requests carry a session token and are signed with the user's keys: a file in a folder does not say where they go. */
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
