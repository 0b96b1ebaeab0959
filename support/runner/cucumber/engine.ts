import { randomUUID } from 'node:crypto';
import { join, relative } from 'node:path';
import { Writable } from 'node:stream';
import { loadConfiguration, loadSupport, runCucumber, type IRunConfiguration } from '@cucumber/cucumber/api';
import { packageFolder } from '../../common/package-folder';
import { Problem } from '../../common/problem';
import { featureFiles } from '../../lab/features/read-features';
import type { LabSession } from '../session/lab-session';
import { MessageRouter, type Listener } from './message-router';
import { UndefinedSteps } from './undefined-steps';

/** What a profile of cucumber.js, or a run of the engine, hands to hooks and World: JSON, and no objects. */
export interface WorldParameters {
  /** The name of a session that is open already. Without one, the hooks open and close a session of their own. */
  session?: string;
  /** What to open, where there is no session. */
  target?: 'mock' | 'aws';
}

/** A request for scenarios to be run against a session. */
export interface RunRequest {
  /** Paths of feature files or folders; those of cucumber.js where there are none. */
  features?: string[];
  tags: string;
  session: LabSession;
  /** Makes what hears the messages of the run; called again where the run has to be repeated. */
  listen: () => Listener;
}

interface Waiting extends RunRequest {
  name: string;
  done: (error?: Error) => void;
}

interface Prepared {
  configuration: IRunConfiguration;
  support: Awaited<ReturnType<typeof loadSupport>>;
  environment: { cwd: string; stdout: Writable; stderr: Writable; env: NodeJS.ProcessEnv };
}

/** How many sessions share a run. What a run costs by itself is that of some five; all its messages stay in memory. */
const mostTogether = 16;

/** The session that the hooks open where Cucumber was started by itself. */
const ownSession = 'cucumber-js';

/**
 * The only place that calls Cucumber. Runs follow one another. Requests that wait for the same scenarios share a run:
 * each hears of its own session only, and no session sees another.
 */
class Engine {
  #sessions = new Map<string, LabSession>();
  #prepared?: Promise<Prepared>;
  #waiting: Waiting[] = [];
  #busy = false;

  /**
   * Runs scenarios and hands out the messages about them. Cucumber's own verdict is not used, because it calls a run
   * of nothing a success.
   *
   * @throws Problem for steps without exactly one definition, before any scenario has started
   */
  run(request: RunRequest): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = (error?: Error): void => (error ? reject(error) : resolve());
      this.#waiting.push({ ...request, name: randomUUID(), done });
      if (!this.#busy) void this.#work();
    });
  }

  /** Opens a session for scenarios that name it. */
  open(session: LabSession, name = ownSession): void {
    this.#sessions.set(name, session);
  }

  forget(name = ownSession): void {
    this.#sessions.delete(name);
  }

  /** @throws Error where none is open under that name */
  session(name = ownSession): LabSession {
    const session = this.#sessions.get(name);
    if (!session) throw new Error('The scenario has no session: the BeforeAll hook did not open one.');
    return session;
  }

  // An uncaught error of one run would fail an innocent other, so that they never overlap.
  async #work(): Promise<void> {
    this.#busy = true;
    for (let next = this.#take(); next.length; next = this.#take()) {
      await this.#settle(next);
      // Whoever was waiting for these may ask for the next ones now.
      await new Promise(setImmediate);
    }
    this.#busy = false;
  }

  #take(): Waiting[] {
    const [first, ...others] = this.#waiting;
    if (!first) return [];
    const together = [first, ...others.filter((other) => isAlike(first, other))].slice(0, mostTogether);
    this.#waiting = this.#waiting.filter((request) => !together.includes(request));
    return together;
  }

  /** An error that ends a run of several is one session's: each is run again by itself, and has its own. */
  async #settle(requests: Waiting[]): Promise<void> {
    try {
      const failures = await this.#run(requests);
      for (const { name, done } of requests) done(failures.get(name));
    } catch (thrown) {
      const isOfAll = requests.length === 1 || thrown instanceof Problem;
      if (isOfAll) for (const { done } of requests) done(asError(thrown));
      else for (const request of requests) await this.#settle([request]);
    }
  }

  /** @returns the errors of those that hear the messages, by the names of their sessions */
  async #run(requests: Waiting[]): Promise<ReadonlyMap<string, Error>> {
    const { configuration, support, environment } = await (this.#prepared ??= prepare());
    const { features, tags, name: session } = requests[0]!;
    const router = new MessageRouter(new Map(requests.map(({ name, listen }) => [name, listen()])));
    const steps = new UndefinedSteps();
    const { sources, runtime } = configuration;
    for (const { name, session } of requests) this.open(session, name);
    try {
      await runCucumber(
        {
          ...configuration,
          sources: { ...sources, ...(features && { paths: features }), tagExpression: tags },
          runtime: { ...runtime, worldParameters: { session } },
          plugins: {
            specifiers: [besides('several-sessions.js')],
            options: { sessions: requests.map(({ name }) => name) },
          },
          support,
        },
        environment,
        (envelope) => {
          steps.observe(envelope);
          router.observe(envelope);
        },
      );
    } finally {
      for (const { name } of requests) this.forget(name);
    }
    return router.failures;
  }
}

/**
 * The one state of this process: Cucumber can load its support code once a process only, and hands its World nothing
 * but JSON, so that a World has to find its session by name.
 */
export const engine = new Engine();

const isAlike = (one: RunRequest, other: RunRequest): boolean =>
  one.tags === other.tags && JSON.stringify(one.features) === JSON.stringify(other.features);

/** A module that Cucumber loads by itself, by the name that it wants: relative to the folder that it runs in. */
const besides = (name: string): string => `./${relative(packageFolder, join(__dirname, name)).replaceAll('\\', '/')}`;

const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error('A scenario threw what is not an error.', { cause: thrown });

async function prepare(): Promise<Prepared> {
  // What Cucumber would print is in its messages too, and the terminal belongs to the report.
  const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
  // No variable of the user's reaches Cucumber: CUCUMBER_PUBLISH_TOKEN alone would upload the findings.
  const environment = { cwd: packageFolder, stdout: nowhere(), stderr: nowhere(), env: {} };
  const { runConfiguration } = await loadConfiguration({ file: 'cucumber.js', profiles: ['engine'] }, environment);
  const support = await loadSupport(runConfiguration, environment);
  const configuration: IRunConfiguration = {
    ...runConfiguration,
    // File by file and relative: Cucumber would search for patterns, from the root of the disk on, before every run.
    sources: { ...runConfiguration.sources, paths: featureFiles().map((path) => relative(packageFolder, path)) },
    // The messages are read as they come; nobody reads what a formatter would write.
    formats: { stdout: besides('silent-formatter.js'), files: {}, publish: false, options: {} },
  };
  // Nor is the support code searched for again before every run.
  const originalCoordinates = { ...support.originalCoordinates, requirePaths: ['cucumber.js'] };
  return { configuration, support: { ...support, originalCoordinates }, environment };
}
