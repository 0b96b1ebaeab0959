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

/** World parameters, from a profile of cucumber.js or from the engine. JSON only, no objects. */
export interface WorldParameters {
  /** The name of an open session. Without one, the hooks open and close a session themselves. */
  session?: string;
  /** The target to open if there is no session. */
  target?: 'mock' | 'aws';
}

/** A request to run scenarios against a session. */
export interface RunRequest {
  /** Paths of feature files or folders (default: those of cucumber.js). */
  features?: string[];
  tags: string;
  session: LabSession;
  /** Creates the listener for the messages of the run; called again if the run is repeated. */
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

/**
 * The most sessions per run. The fixed cost of a run equals that of some five sessions; all messages stay in memory.
 */
const mostTogether = 16;

/** The name of the session that the hooks open when Cucumber was started directly. */
const ownSession = 'cucumber-js';

/**
 * The only caller of Cucumber. Runs are sequential. Waiting requests for the same scenarios share a run: each
 * receives the messages of its own session only, and sessions are isolated from each other.
 */
class Engine {
  #sessions = new Map<string, LabSession>();
  #prepared?: Promise<Prepared>;
  #waiting: Waiting[] = [];
  #busy = false;

  /**
   * Runs scenarios and passes on the messages about them. Cucumber's own verdict is not used, because it counts an
   * empty run as a success.
   *
   * @throws Problem for steps without exactly one definition, before any scenario starts
   */
  run(request: RunRequest): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = (error?: Error): void => (error ? reject(error) : resolve());
      this.#waiting.push({ ...request, name: randomUUID(), done });
      if (!this.#busy) void this.#work();
    });
  }

  /** Registers a session for scenarios that name it. */
  open(session: LabSession, name = ownSession): void {
    this.#sessions.set(name, session);
  }

  forget(name = ownSession): void {
    this.#sessions.delete(name);
  }

  /** @throws Error if no session of that name is open */
  session(name = ownSession): LabSession {
    const session = this.#sessions.get(name);
    if (!session) throw new Error('The scenario has no session: the BeforeAll hook did not open one.');
    return session;
  }

  // Runs never overlap: an uncaught error of one would also fail the other.
  async #work(): Promise<void> {
    this.#busy = true;
    for (let next = this.#take(); next.length; next = this.#take()) {
      await this.#settle(next);
      // A waiting caller can now request the next scenarios.
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

  /**
   * The error that ended a shared run belongs to one session. Each session is run again alone and gets its own error.
   */
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

  /** @returns the errors of the listeners, by session name */
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
 * The only state of this process. Cucumber can load its support code only once per process and passes only JSON to
 * its World, so that a World must find its session by name.
 */
export const engine = new Engine();

const isAlike = (one: RunRequest, other: RunRequest): boolean =>
  one.tags === other.tags && JSON.stringify(one.features) === JSON.stringify(other.features);

/** A module that Cucumber loads, as a path relative to the working folder. */
const besides = (name: string): string => `./${relative(packageFolder, join(__dirname, name)).replaceAll('\\', '/')}`;

const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error('A scenario threw what is not an error.', { cause: thrown });

async function prepare(): Promise<Prepared> {
  // Cucumber's output is also in its messages, and the terminal is reserved for the report.
  const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
  // Cucumber gets no environment variables: CUCUMBER_PUBLISH_TOKEN alone would upload the findings.
  const environment = { cwd: packageFolder, stdout: nowhere(), stderr: nowhere(), env: {} };
  const { runConfiguration } = await loadConfiguration({ file: 'cucumber.js', profiles: ['engine'] }, environment);
  const support = await loadSupport(runConfiguration, environment);
  const configuration: IRunConfiguration = {
    ...runConfiguration,
    // One relative path per file: Cucumber would expand patterns from the root of the disk before every run.
    sources: { ...runConfiguration.sources, paths: featureFiles().map((path) => relative(packageFolder, path)) },
    // The messages are read as they arrive; the output of formatters is discarded.
    formats: { stdout: besides('silent-formatter.js'), files: {}, publish: false, options: {} },
  };
  // The support code is not searched for again before every run.
  const originalCoordinates = { ...support.originalCoordinates, requirePaths: ['cucumber.js'] };
  return { configuration, support: { ...support, originalCoordinates }, environment };
}
