import { EventEmitter } from 'node:events';
import { assembleTestCases, type AssembledTestCase } from '@cucumber/cucumber/lib/assemble/index';
import { Worker } from '@cucumber/cucumber/lib/runtime/worker';
import type { RuntimeOptions } from '@cucumber/cucumber/lib/runtime/types';
import type { SupportCodeLibrary } from '@cucumber/cucumber/lib/support_code_library_builder/types';
import { IdGenerator } from '@cucumber/messages';
import { tagValues } from '../../lab/features/tag-values';
import type { Lab } from '../../lab/lab-folder';
import type { LabSession } from '../session/lab-session';
import { Observer, type Observation } from './observer';
import { loadSupportCode } from './support-code';
import { refuseUndefinedSteps } from './undefined-steps';

/** World parameters, from a profile of cucumber.js. JSON only, no objects. */
export interface WorldParameters {
  /** The target that the hooks open if Cucumber was started directly. */
  target?: 'mock' | 'aws';
}

/** A request to run scenarios against a session. */
export interface RunRequest {
  /** Whose scenarios: they were read from its folder once, and nothing of it is read or loaded here. */
  lab: Lab;
  /** Ids of the checks to run, in their order. */
  checks: readonly string[];
  session: LabSession;
  /** Called with the id of each check when its scenario starts. */
  onStarted: (check: string) => void;
}

/** The scenarios of a lab by the ids of their checks, with their step definitions found. */
type Scenarios = ReadonlyMap<string, AssembledTestCase>;

const options: RuntimeOptions = {
  dryRun: false,
  failFast: false,
  // It parses the stack of every comparison that fails, and nobody is shown one.
  filterStacktraces: false,
  retry: 0,
  retryTagFilter: '',
  strict: true,
  worldParameters: {},
};

/**
 * The only caller of Cucumber. It hands the scenarios to Cucumber's runtime itself: `runCucumber` reads its
 * configuration and the features, finds the step definitions and copies every message again in each run, which took
 * half of the time of a class (measured 2026-11 on cucumber-js 12.9, whose version is fixed in package.json).
 */
class Engine {
  #session?: LabSession;
  #support?: SupportCodeLibrary;
  readonly #scenarios = new WeakMap<Lab, Promise<Scenarios>>();
  #last: Promise<unknown> = Promise.resolve();
  readonly #newId = IdGenerator.incrementing();

  /**
   * Runs scenarios and collects the messages about them, by check. Runs are sequential: an uncaught error of one would
   * also fail another.
   *
   * @throws Problem for steps without exactly one definition, before any scenario starts
   */
  async run(request: RunRequest): Promise<ReadonlyMap<string, Observation>> {
    const before = this.#last;
    // A run waits for nothing but its target: whatever else the process has to do gets its turn after each.
    const run = before.then(() => this.#run(request)).finally(() => new Promise(setImmediate));
    this.#last = run.catch(() => undefined);
    try {
      return await run;
    } catch (thrown) {
      throw thrown instanceof Error ? thrown : new Error('A scenario threw what is not an error.', { cause: thrown });
    }
  }

  /** Opens a session for the scenarios that start from now on. */
  open(session: LabSession): void {
    this.#session = session;
  }

  forget(): void {
    this.#session = undefined;
  }

  /** @throws Error if no session is open */
  session(): LabSession {
    if (!this.#session) throw new Error('The scenario has no session: the BeforeAll hook did not open one.');
    return this.#session;
  }

  async #run({ lab, checks, session, onStarted }: RunRequest): Promise<ReadonlyMap<string, Observation>> {
    const support = (this.#support ??= loadSupportCode());
    const all = await this.#scenariosOf(lab, support);
    const scenarios = checks.flatMap((check): [string, AssembledTestCase][] => {
      const testCase = all.get(check);
      return testCase ? [[check, testCase]] : [];
    });
    refuseUndefinedSteps(scenarios.map(([, testCase]) => testCase));
    const events = new EventEmitter();
    // Snippets are for undefined steps, of which there are none. Hooks of a whole run are for a session of their own.
    const worker = new Worker('', undefined, events, this.#newId, options, support, undefined as never);
    const observations = new Map<string, Observation>();
    this.open(session);
    try {
      for (const [check, testCase] of scenarios) {
        const observer = new Observer(testCase.testCase);
        events.removeAllListeners().on('envelope', observer.observe);
        onStarted(check);
        await worker.runTestCase(testCase, false);
        observations.set(check, observer.observation);
      }
    } finally {
      events.removeAllListeners();
      this.forget();
    }
    return observations;
  }

  #scenariosOf(lab: Lab, support: SupportCodeLibrary): Promise<Scenarios> {
    const known = this.#scenarios.get(lab);
    if (known) return known;
    const found = this.#assemble(lab, support);
    this.#scenarios.set(lab, found);
    return found;
  }

  async #assemble({ features }: Lab, support: SupportCodeLibrary): Promise<Scenarios> {
    const scenarios = features.flatMap(({ document: gherkinDocument, pickles }) =>
      pickles.map((pickle) => ({ gherkinDocument, pickle })),
    );
    const testCases = await assembleTestCases('', new EventEmitter(), this.#newId, scenarios, support);
    return new Map(
      testCases.flatMap((testCase) => {
        const tags = testCase.pickle.tags.map(({ name }) => name);
        return tagValues(tags, 'check').map((check): [string, AssembledTestCase] => [check, testCase]);
      }),
    );
  }
}

/**
 * The only state of this process. Cucumber can load its support code only once per process, and makes each World by
 * itself, so that a World has to find its session here.
 */
export const engine = new Engine();
