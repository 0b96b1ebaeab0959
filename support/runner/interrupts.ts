import { CouldNotLook } from '../common/could-not-look';
import type { LabSession } from './session/lab-session';
import { ExitCode } from '../common/exit-code';
import { writeMessage } from '../terminal/output';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Handles Ctrl-C: starts nothing new and removes what was created. A second Ctrl-C exits at once and prints what
 * remains.
 */
export class Interrupts {
  happened = false;
  readonly #listener = (): void => this.#interrupt();

  constructor(private readonly session: LabSession) {
    for (const signal of signals) process.on(signal, this.#listener);
  }

  /** Restores the default handling of the signals, once everything was removed. */
  over(): void {
    for (const signal of signals) process.off(signal, this.#listener);
  }

  #interrupt(): void {
    const left = this.session.target.left?.();
    if (this.happened) {
      if (left !== undefined) writeMessage(`\ncognito-lab: ${left}`);
      process.exit(ExitCode.error);
    }
    this.happened = true;
    this.session.stop(new CouldNotLook('The run was interrupted.', 'Run it again.', true));
    writeMessage(
      left === undefined
        ? '\ncognito-lab: interrupted.'
        : '\ncognito-lab: interrupted, removing the user pool. Press Ctrl-C again to stop at once.',
    );
  }
}
