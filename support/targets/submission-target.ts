import { existsSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { CouldNotLook } from '../common/could-not-look';
import { Problem } from '../common/problem';
import { openSnapshot, openSubmission } from './snapshot-target';
import { unwrapSubmission } from './submission/unwrap-submission';
import { PrivateFolder } from './submission/private-folder';
import { Submission } from './submission/submission';
import type { Target } from './target';

/**
 * What a learner handed in, as it is: a file, a folder, or either of them in a folder or a zip archive. What cannot be
 * read is a pool of which nothing can be looked at, so that there is a report of it in every format.
 *
 * @throws Problem for a path at which there is nothing
 */
export async function openSubmissionTarget(path: string): Promise<Target> {
  if (!existsSync(path)) return openSnapshot(path);
  const temporary = new PrivateFolder();
  try {
    const located = await unwrapSubmission(realpathSync(path), basename(realpathSync(path)), temporary);
    if (located.kind === 'refused') throw new Problem(located.reason, located.remedy);
    const target = openSnapshot(located.path === realpathSync(path) ? path : located.path);
    return closing(target, temporary);
  } catch (error) {
    temporary.remove();
    if (!(error instanceof Problem)) throw error;
    return unreadable(error);
  }
}

/** The files of an archive are read while the checks run, and are removed with the target. */
function closing(target: Target, temporary: PrivateFolder): Target {
  const close = target.close.bind(target);
  target.close = async () => {
    temporary.remove();
    await close();
  };
  return target;
}

function unreadable({ message, remedy = 'Hand it in again.' }: Problem): Target {
  const read = (): never => {
    throw new CouldNotLook(message, remedy, true);
  };
  const target = openSubmission(new Submission({ read }));
  return Object.assign(target, { notice: `cognito-lab: ${message}\n${remedy}` });
}
