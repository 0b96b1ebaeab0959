import { accessSync, constants, statSync } from 'node:fs';
import { Problem } from '../../common/problem';
import { FolderAnswers, files } from './folder';
import { readSnapshot, SnapshotAnswers } from './snapshot-file';
import { Submission } from './submission';

/**
 * Reads a submission in either form: a snapshot file, or a folder of AWS CLI output. In a folder one bad file costs
 * only the checks that need it, so that it is read when it is asked for.
 *
 * @param name what to call it in messages
 * @throws Problem where there is nothing that could be a submission
 */
export function readSubmission(path: string, name = path): Submission {
  if (!isFolder(path, name)) return new Submission(new SnapshotAnswers(readSnapshot(path, name)));
  if (!FolderAnswers.looksLikeOne(path))
    throw new Problem(
      `The folder ${name} holds no submission: there is none of ${Object.values(files).join(', ')}.`,
      'Name the folder that the output of the AWS CLI was saved in, or a file that "cognito-lab snapshot" wrote.',
    );
  return new Submission(new FolderAnswers(path));
}

function isFolder(path: string, name: string): boolean {
  try {
    const stat = statSync(path);
    // A folder that may not be entered looks as if nothing were in it.
    if (stat.isDirectory()) accessSync(path, constants.R_OK | constants.X_OK);
    if (stat.isDirectory()) return true;
    if (stat.isFile()) return false;
  } catch (error) {
    throw new Problem(
      `The snapshot ${name} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
      'Name a file that "cognito-lab snapshot" wrote, or a folder of AWS CLI output.',
      { cause: error },
    );
  }
  throw new Problem(`The snapshot ${name} is neither a file nor a folder.`, 'Name a file or a folder.');
}
