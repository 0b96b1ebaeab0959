import { accessSync, constants, statSync } from 'node:fs';
import { systemReason } from '../../common/files/system-error';
import { Problem } from '../../common/problem';
import { FolderAnswers, usualNames } from './cli-folder';
import { readSnapshot, SnapshotAnswers } from './snapshot-file';
import { Submission } from './submission';

/** The identity of a submission, and its self-reported date: the date in it, or that of its newest file. */
export interface SubmissionFacts {
  /** SHA-256. */
  digest: string;
  takenAt?: string;
}

export interface OpenSubmission {
  submission: Submission;
  /** Reads all files of a folder, each once. */
  facts: () => SubmissionFacts;
}

/**
 * Opens a submission in either form: a snapshot file, or a folder of AWS CLI output. The files of a folder are read
 * on demand, so that a bad file affects only the checks that need it.
 *
 * @param name the name of the submission in messages
 * @param followLinks whether `path` may be a symbolic link: yes if the user named it, no if it was found
 * @throws Problem if there is nothing that can be a submission
 */
export function openSubmissionAt(path: string, name = path, followLinks = true): OpenSubmission {
  if (!isFolder(path, name)) {
    const snapshot = readSnapshot(path, name, followLinks);
    const { digest, takenAt } = snapshot;
    return { submission: new Submission(new SnapshotAnswers(snapshot)), facts: () => ({ digest, takenAt }) };
  }
  if (!FolderAnswers.looksLikeOne(path))
    throw new Problem(
      `The folder ${name} contains no submission: there is none of ${usualNames.slice(0, -1).join(', ')}.`,
      'Name the folder that the output of the AWS CLI was saved in, or a file that "cognito-lab snapshot" wrote.',
    );
  const answers = new FolderAnswers(path);
  return {
    submission: new Submission(answers),
    facts: () => {
      const { digest, modifiedAt: takenAt } = answers.facts();
      return { digest, takenAt };
    },
  };
}

function isFolder(path: string, name: string): boolean {
  try {
    const stat = statSync(path);
    // An inaccessible folder looks empty.
    if (stat.isDirectory()) accessSync(path, constants.R_OK | constants.X_OK);
    if (stat.isDirectory()) return true;
    if (stat.isFile()) return false;
  } catch (error) {
    throw new Problem(
      `The submission ${name} cannot be read: ${systemReason(error) ?? 'unknown'}.`,
      'Name a file that "cognito-lab snapshot" wrote, or a folder of AWS CLI output.',
      { cause: error },
    );
  }
  throw new Problem(`The submission ${name} is neither a file nor a folder.`, 'Name a file or a folder.');
}
