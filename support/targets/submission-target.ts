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
 * A submission: a file, a folder, or either of them in a folder or a zip archive. An unreadable submission becomes a
 * pool of which nothing can be read, so that every report format can show the reason.
 *
 * @throws Problem if the path does not exist
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

/** Removes the extracted files when the target closes; checks read them on demand. */
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
