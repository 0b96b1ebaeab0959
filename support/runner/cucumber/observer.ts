import type { Envelope, TestStepResultStatus } from '@cucumber/messages';
import { tagValues } from '../../lab/features/tag-values';
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

/** Groups Cucumber's messages by check id. */
export class Observer {
  readonly observations = new Map<string, Observation>();
  #checkOfPickle = new Map<string, string>();
  #testCases = new Map<string, { check: string; steps: Map<string, boolean> }>();
  #started = new Map<string, string>();

  /** @param onStarted called with the id of each check when its scenario starts */
  constructor(private readonly onStarted: (check: string) => void = () => undefined) {}

  readonly observe = ({ pickle, testCase, testCaseStarted, attachment, testStepFinished }: Envelope): void => {
    if (pickle) {
      const [check] = tagValues(
        pickle.tags.map(({ name }) => name),
        'check',
      );
      if (check !== undefined) this.#checkOfPickle.set(pickle.id, check);
    }
    if (testCase) {
      const check = this.#checkOfPickle.get(testCase.pickleId);
      const steps = testCase.testSteps.map(({ id, pickleStepId }) => [id, pickleStepId !== undefined] as const);
      if (check !== undefined) this.#testCases.set(testCase.id, { check, steps: new Map(steps) });
    }
    if (testCaseStarted) {
      const { id, testCaseId } = testCaseStarted;
      this.#started.set(id, testCaseId);
      const check = this.#testCases.get(testCaseId)?.check;
      if (check === undefined) return;
      const { attempts = 0 } = this.observations.get(check) ?? {};
      this.observations.set(check, { findings: [], changes: [], steps: [], attempts: attempts + 1 });
      this.onStarted(check);
    }
    if (attachment?.testCaseStartedId)
      this.#attach(attachment.testCaseStartedId, attachment.mediaType, attachment.body);
    if (testStepFinished) {
      const { testCaseStartedId, testStepId, testStepResult } = testStepFinished;
      const { status, message } = testStepResult;
      const isStep = this.#testCaseOf(testCaseStartedId)?.steps.get(testStepId) ?? false;
      this.#observationOf(testCaseStartedId)?.steps.push({ status, message, isStep });
    }
  };

  #attach(testCaseStartedId: string, mediaType: string, body: string): void {
    const observation = this.#observationOf(testCaseStartedId);
    if (mediaType === findingMediaType) observation?.findings.push(JSON.parse(body) as Finding);
    if (mediaType === changeMediaType) observation?.changes.push(JSON.parse(body) as Change);
    if (mediaType === outcomeMediaType && observation) observation.outcome = JSON.parse(body) as Outcome;
  }

  #testCaseOf(testCaseStartedId: string): { check: string; steps: Map<string, boolean> } | undefined {
    return this.#testCases.get(this.#started.get(testCaseStartedId) ?? '');
  }

  #observationOf(testCaseStartedId: string): Observation | undefined {
    return this.observations.get(this.#testCaseOf(testCaseStartedId)?.check ?? '');
  }
}
