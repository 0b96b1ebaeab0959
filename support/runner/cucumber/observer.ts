import type { Envelope, TestCase, TestStepResultStatus } from '@cucumber/messages';
import type { Change } from '../../lab/fixes';
import type { Finding } from '../../lab/result/result';
import { changeMediaType, findingMediaType, outcomeMediaType, type Outcome } from '../world/outcome';

/** The messages about one check. */
export interface Observation {
  findings: Finding[];
  /** What would make the findings hold that do not. */
  changes: Change[];
  outcome?: Outcome;
  /** All steps and hooks of the scenario, in order. */
  steps: { status: TestStepResultStatus; message?: string; isStep: boolean }[];
  attempts: number;
}

/** Collects Cucumber's messages about one scenario. */
export class Observer {
  observation: Observation = { findings: [], changes: [], steps: [], attempts: 0 };
  readonly #steps: ReadonlySet<string>;

  constructor({ testSteps }: TestCase) {
    this.#steps = new Set(testSteps.flatMap(({ id, pickleStepId }) => (pickleStepId === undefined ? [] : [id])));
  }

  readonly observe = ({ testCaseStarted, attachment, testStepFinished }: Envelope): void => {
    if (testCaseStarted)
      this.observation = { findings: [], changes: [], steps: [], attempts: this.observation.attempts + 1 };
    if (attachment) this.#attach(attachment.mediaType, attachment.body);
    if (testStepFinished) {
      const { status, message } = testStepFinished.testStepResult;
      this.observation.steps.push({ status, message, isStep: this.#steps.has(testStepFinished.testStepId) });
    }
  };

  #attach(mediaType: string, body: string): void {
    if (mediaType === findingMediaType) this.observation.findings.push(JSON.parse(body) as Finding);
    if (mediaType === changeMediaType) this.observation.changes.push(JSON.parse(body) as Change);
    if (mediaType === outcomeMediaType) this.observation.outcome = JSON.parse(body) as Outcome;
  }
}
