import { isAbsolute, join, relative } from 'node:path';
import { packageFolder } from './package-folder';

/**
 * A command of this program, quoted for the shell. It names the program by its path: a bare name would have whatever
 * package has that name in the public registry downloaded and run.
 */
export function commandLine(...args: string[]): string {
  const executable = join(packageFolder, 'bin/cognito-lab.js');
  const path = relative(process.cwd(), executable);
  const outside = path.startsWith('..') || isAbsolute(path);
  return ['node', outside ? executable : path.replaceAll('\\', '/'), ...args].map(quoted).join(' ');
}

/** Quotes one argument for a POSIX shell. PowerShell accepts the same, except with an apostrophe. */
const quoted = (arg: string): string =>
  /^[\w./:=@-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", String.raw`'\''`)}'`;
