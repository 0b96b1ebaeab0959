import { lstatSync, realpathSync, type Stats } from 'node:fs';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { listFolder } from '../../../common/files/list-folder';
import { Problem } from '../../../common/problem';
import { answerFolders, answerNames, submissionLimits } from '../../../targets/submission/cli-folder';
import { unwrapSubmission } from '../../../targets/submission/unwrap-submission';
import type { PrivateFolder } from '../../../targets/submission/private-folder';
import type { Source } from './entry';
import { quote } from '../../../common/text/shorten';

/**
 * Finds a learner's submission: a file, a folder or an archive inside `root`, without a link on the way to it or in it.
 * A link could lead to another learner's work, or to a file of the instructor's.
 *
 * @param path inside of root
 * @param temporary where archives are extracted
 * @returns the source; a problem with one submission is a `refused` source and never an error of the run
 */
export async function findSubmission(root: string, path: string, temporary: PrivateFolder): Promise<Source> {
  const full = resolve(root, path);
  const inside = relative(root, full);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside))
    return refused(
      `The submission ${quote(path)} is outside the folder of submissions.`,
      'Move it into that folder, or name the folder that holds all submissions: cognito-lab grade FOLDER --roster FILE.',
    );
  try {
    return await follow(realpathSync(root), inside.split(sep), path, temporary);
  } catch (error) {
    // A full disk concerns the whole run.
    if (error instanceof Problem || ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
    return refused(
      `The submission ${quote(path)} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
      'Check that you may read it.',
    );
  }
}

async function follow(root: string, parts: string[], path: string, temporary: PrivateFolder): Promise<Source> {
  let at = root;
  let stats: Stats | undefined;
  for (const part of parts) {
    // An accented letter has two Unicode forms; rosters and some file systems differ in them.
    const spelling = [part, part.normalize('NFC'), part.normalize('NFD')].find((name) => statsOf(join(at, name)));
    if (spelling === undefined) return { kind: 'none', reason: `${path} does not exist.` };
    at = join(at, spelling);
    stats = statsOf(at);
    if (stats?.isSymbolicLink()) return link(path);
  }
  if (!stats?.isFile() && !stats?.isDirectory())
    return refused(
      `The submission ${quote(path)} is neither a file nor a folder.`,
      'Ask for a file that "cognito-lab snapshot" wrote, or a folder of AWS CLI output.',
    );
  const located = await unwrapSubmission(at, basename(path), temporary);
  if (located.kind === 'refused') return located;
  if (located.isLink || linksIn(located.path)) return link(path);
  return { kind: 'submission', path: located.path, ...(temporary.holds(located.path) && { origin: path }) };
}

const statsOf = (path: string): Stats | undefined => {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    // Without permission to enter a folder, its content is unknown; an invalid name has none.
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw error;
    return undefined;
  }
};

/** Whether any of the files that would be read is a link. */
function linksIn(path: string): boolean {
  if (!statsOf(path)?.isDirectory()) return false;
  // A folder with more entries is refused when it is read.
  const inFolders = answerFolders
    .filter((folder) => statsOf(join(path, folder))?.isDirectory())
    .flatMap((folder) =>
      listFolder(join(path, folder), 2 * submissionLimits.clients).names.map((name) => join(folder, name)),
    );
  return [...answerNames, ...inFolders].some((name) => statsOf(join(path, name))?.isSymbolicLink());
}

const refused = (reason: string, remedy: string): Source => ({ kind: 'refused', reason, remedy });

const link = (path: string): Source =>
  refused(
    `The submission ${quote(path)} is a link, or has one in it. Links are not followed.`,
    'Ask for the files themselves.',
  );
