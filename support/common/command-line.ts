import { isAbsolute, join, relative } from 'node:path';
import { packageFolder } from './package-folder';

/**
 * A command of this program, to be pasted into the shell that it was started from. It names the program by its path:
 * `npx` with its bare name would fetch and run whatever the public registry has under it.
 */
export function commandLine(...args: string[]): string {
  const executable = join(packageFolder, 'bin/cognito-lab.js');
  const path = relative(process.cwd(), executable);
  const outside = path.startsWith('..') || isAbsolute(path);
  return ['node', outside ? executable : path.replaceAll('\\', '/'), ...args].map(quoted).join(' ');
}

/** One argument of a POSIX shell, and of PowerShell unless it contains an apostrophe. */
const quoted = (arg: string): string =>
  /^[\w./:=@-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", String.raw`'\''`)}'`;
