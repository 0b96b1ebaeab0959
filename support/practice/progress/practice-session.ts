import type { Evidence } from '../../lab/fixes';
import { LabSession } from '../../runner/session/lab-session';

/**
 * A look at the copy of a pool. The way to put a check right is that of the pool itself: its id, and the sandbox that it
 * is in.
 */
export class PracticeSession extends LabSession {
  override async evidence(): Promise<Evidence | undefined> {
    const { userPoolId } = this.target.describe();
    if (userPoolId === undefined) return undefined;
    const answers = await this.reader(userPoolId).known();
    return { userPoolId, place: this.target.place, isLive: true, ...answers };
  }
}
