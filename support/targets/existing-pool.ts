import { isReadOnly } from '../aws/middleware/read-only';
import type { TargetDescription } from '../lab/result/result';
import { unknownPool } from './submission/submission';
import type { TargetClient, CompletedLab, Target } from './target';

/** An existing pool, on an endpoint or in a snapshot. Its client refuses every write. */
export class ExistingPool implements Target {
  readonly readOnly = 'The pool is only read: nobody signs up or signs in, so behaviour is not tried.';
  readonly client: TargetClient['client'];
  readonly calls: TargetClient['calls'];
  readonly place: TargetClient['place'];
  readonly notice?: string;

  /** @param behind with a read-only client */
  constructor(
    private readonly behind: TargetClient & Pick<Target, 'notice' | 'stop'>,
    private readonly description: TargetDescription & { userPoolId: string },
  ) {
    if (!isReadOnly(behind.client)) throw new Error('The client of an existing pool has to be read-only.');
    ({ client: this.client, calls: this.calls, place: this.place, notice: this.notice } = behind);
  }

  describe(): TargetDescription {
    const { userPoolId, ...rest } = this.description;
    return userPoolId === unknownPool ? rest : this.description;
  }

  complete(): Promise<CompletedLab> {
    return Promise.resolve({ userPoolId: this.description.userPoolId });
  }

  stop(): void {
    this.behind.stop?.();
  }

  close(): Promise<void> {
    this.client.destroy();
    return Promise.resolve();
  }
}
