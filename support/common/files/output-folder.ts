import { mkdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { takeLock, type Lock } from './lock-file';
import { unwritable } from './atomic-write';
import { quote } from '../text/shorten';
import { Problem } from '../problem';

/** @throws Problem for a place that cannot be the folder of the results */
export function checkOutput(output: string, folder?: string): void {
  const stats = output === '' ? undefined : statSync(output, { throwIfNoEntry: false });
  if (output === '' || (stats && !stats.isDirectory()))
    throw new Problem(
      `${quote(output)} is not a folder for the results.`,
      'Name a folder; it is made if it is not there.',
    );
  if (folder === undefined) return;
  const remedy = 'Name another folder with --output, beside the submissions: --output grades.';
  const inside = pathFrom(folder, output);
  // Directly in the folder of submissions is all right: it is left out there by its name.
  if (inside !== undefined && (inside === '' || inside.includes(sep)))
    throw new Problem(`The results cannot go to ${output}, where they would be taken for submissions.`, remedy);
  if (/^results($|[\\/])/.test(pathFrom(output, folder) ?? ''))
    throw new Problem(`The folder ${folder} holds results of an earlier run, and no submissions.`, remedy);
}

/** Of two runs on one output the second is refused. @throws Problem */
export function lockOutput(output: string): Lock {
  try {
    mkdirSync(output, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw unwritable(output, error);
  }
  return takeLock(join(output, '.lock'), `The folder ${output}`, 'name another folder with --output');
}

/** The way down from one folder to another, links followed; undefined where there is none. */
function pathFrom(folder: string, to: string): string | undefined {
  const way = relative(real(folder), real(to));
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : way;
}

/** Of what is not there yet, the part that is. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(resolve(path));
    return parent === resolve(path) ? parent : join(real(parent), basename(path));
  }
}
