import type { Envelope } from '@cucumber/messages';

/** Listens to the messages of one session, as if it were alone in the run. */
export type Listener = (envelope: Envelope) => void;

/**
 * Routes the messages of a shared run: each session receives its own, and all receive those about the run. An error
 * of one listener does not affect the others.
 */
export class MessageRouter {
  /** The first error of each listener, by session name. That listener receives no more messages. */
  readonly failures = new Map<string, Error>();
  /** The session of each test case, and of each of its starts. */
  #owners = new Map<string, string>();

  /** @param listeners by session name */
  constructor(private readonly listeners: ReadonlyMap<string, Listener>) {}

  readonly observe = (envelope: Envelope): void => {
    const { testCase, testCaseStarted, attachment, testStepStarted, testStepFinished, testCaseFinished } = envelope;
    if (testCase) {
      const [pickleId = '', session = ''] = testCase.pickleId.split(' ');
      this.#owners.set(testCase.id, session);
      this.#send(session, { testCase: { ...testCase, pickleId } });
      return;
    }
    const about = attachment ?? testStepStarted ?? testStepFinished ?? testCaseFinished;
    const id = testCaseStarted?.testCaseId ?? about?.testCaseStartedId;
    if (id === undefined) {
      for (const session of this.listeners.keys()) this.#send(session, envelope);
      return;
    }
    const owner = this.#owners.get(id) ?? '';
    if (testCaseStarted) this.#owners.set(testCaseStarted.id, owner);
    this.#send(owner, envelope);
  };

  #send(session: string, envelope: Envelope): void {
    if (this.failures.has(session)) return;
    try {
      this.listeners.get(session)?.(envelope);
    } catch (error) {
      this.failures.set(session, error instanceof Error ? error : new Error(String(error)));
    }
  }
}
