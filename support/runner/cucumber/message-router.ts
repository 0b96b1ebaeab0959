import type { Envelope } from '@cucumber/messages';

/** Hears the messages about one session, as if it had been alone in the run. */
export type Listener = (envelope: Envelope) => void;

/**
 * Sends each session of a shared run the messages about it, and all of them those about the run. An error of one
 * listener is kept for its own session, and the others go on.
 */
export class MessageRouter {
  /** The first error of a listener, by the name of its session. That listener hears no more. */
  readonly failures = new Map<string, Error>();
  /** The session of each test case, and of each start of one. */
  #owners = new Map<string, string>();

  /** @param listeners by the names of their sessions */
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
