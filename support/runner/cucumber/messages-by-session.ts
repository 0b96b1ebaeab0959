import type { Envelope } from '@cucumber/messages';

/** Hears the messages about one session, as if it had been alone in the run. */
export type Listener = (envelope: Envelope) => void;

/** Tells each session of a run of several only what is about it; what is about all, all of them are told. */
export class MessagesBySession {
  #owners = new Map<string, Listener>();

  /** @param listeners by the names of their sessions */
  constructor(private readonly listeners: ReadonlyMap<string, Listener>) {}

  readonly observe = (envelope: Envelope): void => {
    const { testCase, testCaseStarted, attachment, testStepStarted, testStepFinished, testCaseFinished } = envelope;
    if (testCase) {
      const [pickleId = '', session = ''] = testCase.pickleId.split(' ');
      const listener = this.listeners.get(session);
      if (!listener) return;
      this.#owners.set(testCase.id, listener);
      listener({ testCase: { ...testCase, pickleId } });
      return;
    }
    const about = attachment ?? testStepStarted ?? testStepFinished ?? testCaseFinished;
    const id = testCaseStarted?.testCaseId ?? about?.testCaseStartedId;
    if (id === undefined) {
      for (const listener of this.listeners.values()) listener(envelope);
      return;
    }
    const owner = this.#owners.get(id);
    if (owner && testCaseStarted) this.#owners.set(testCaseStarted.id, owner);
    owner?.(envelope);
  };
}
