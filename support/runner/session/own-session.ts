import { Interrupts } from '../interrupts';
import { environment, loadDotenv } from '../../common/environment';
import { readLab } from '../../lab/lab-folder';
import { openTarget } from '../../targets/open-target';
import { LabSession } from './lab-session';
import { writeMessage } from '../../terminal/output';

/** A session that no command owns. It handles interrupts itself, so that Ctrl-C removes everything that was created. */
class OwnSession extends LabSession {
  readonly #interrupts = new Interrupts(this);

  override async close(): Promise<void> {
    try {
      await super.close();
    } finally {
      this.#interrupts.over();
    }
  }
}

/** The session of `npx --no -- cucumber-js`, configured by the profile and the environment only. */
export async function openOwnSession(target: 'mock' | 'aws'): Promise<LabSession> {
  // The profile is the user's word, as --target is.
  loadDotenv(undefined, undefined, target === 'aws');
  const { userPoolName, userPoolId } = environment();
  const { solution } = readLab();
  const options = { target, solution, userPoolName, ...(target === 'aws' && { userPoolId }) };
  const opened = await openTarget(options);
  if (opened.notice !== undefined) writeMessage(opened.notice);
  return new OwnSession(opened, { userPoolName });
}
