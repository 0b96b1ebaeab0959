import { CouldNotLook } from '../aws/could-not-look';
import type { LabSession } from '../world/session';
import { ExitCode } from './exit-code';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Lets Ctrl-C end a run in order: nothing new begins, and what was made is removed. A second one ends it at once and
 * says what is left.
 */
export class Interrupts {
  happened = false;
  readonly #listener = (): void => this.#interrupt();

  constructor(private readonly session: LabSession) {
    for (const signal of signals) process.on(signal, this.#listener);
  }

  /** Gives the signals back: what was to be removed is removed. */
  over(): void {
    for (const signal of signals) process.off(signal, this.#listener);
  }

  #interrupt(): void {
    const { userPoolId, kind } = this.session.target.describe();
    const made = kind === 'aws' && !this.session.target.readOnly && userPoolId;
    if (this.happened) {
      if (made)
        process.stderr.write(
          `\ncognito-lab: the user pool ${userPoolId} may be left. Remove it: aws cognito-idp delete-user-pool --user-pool-id ${userPoolId}\n`,
        );
      process.exit(ExitCode.couldNotLook);
    }
    this.happened = true;
    this.session.stop(new CouldNotLook('The run was interrupted.', 'Run it again.', true));
    process.stderr.write(
      made
        ? '\ncognito-lab: interrupted, removing the user pool. Again to stop at once.\n'
        : '\ncognito-lab: interrupted.\n',
    );
  }
}
