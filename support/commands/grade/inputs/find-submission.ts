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
 * A learner's submission, if it is one that may be read: a file, a folder or an archive inside of `root`, with no link
 * on the way to it or in it. A link could show another learner's work, or a file of the instructor's.
 *
 * @param path inside of root
 * @param temporary where archives are extracted
 * @returns what there is; nothing that is in the way of one submission is thrown, for it is in the way of that one alone
 */
export async function findSubmission(root: string, path: string, temporary: PrivateFolder): Promise<Source> {
  const full = resolve(root, path);
  const inside = relative(root, full);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside))
    return refused(
      `The submission ${quote(path)} is outside of the folder of submissions.`,
      'Put it into that folder, or name the folder that holds all submissions: cognito-lab grade FOLDER --roster FILE.',
    );
  try {
    return await follow(realpathSync(root), inside.split(sep), path, temporary);
  } catch (error) {
    // A full disk is in the way of everybody.
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
    // Of two ways to write an accent, rosters have the one and the disks of some systems the other.
    const spelling = [part, part.normalize('NFC'), part.normalize('NFD')].find((name) => statsOf(join(at, name)));
    if (spelling === undefined) return { kind: 'none', reason: `There is nothing at ${path}.` };
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
    // Something may be in a folder that may not be entered; at a name that is none there is nothing.
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw error;
    return undefined;
  }
};

/** Whether any of the files that would be read is a link. */
function linksIn(path: string): boolean {
  if (!statsOf(path)?.isDirectory()) return false;
  // With more in a folder it is refused when it is read, whatever that is.
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
