import { join, relative } from 'node:path';
import { Writable } from 'node:stream';
import { loadConfiguration, loadSupport, runCucumber, type IRunConfiguration } from '@cucumber/cucumber/api';
import { packageFolder } from '../../common/package-folder';
import { featureFiles } from '../../lab/features/read-features';
import { MessagesBySession, type Listener } from './messages-by-session';
import { StepWatch } from './unusable-steps';

type Loaded = Awaited<ReturnType<typeof loadSupport>>;

interface Prepared {
  configuration: IRunConfiguration;
  support: Loaded;
  environment: { cwd: string; stdout: Writable; stderr: Writable };
}

/** A request for scenarios to be run against a session. */
interface Run {
  /** Paths of feature files or folders; those of cucumber.js where there are none. */
  features?: string[];
  tags: string;
  /** The name under which the session is open. */
  session: string;
}

interface Waiting extends Run {
  listener: Listener;
  done: (error?: Error) => void;
}

/** How many sessions share a run. What a run costs by itself is that of some five; all its messages stay in memory. */
const mostTogether = 16;

/**
 * The only place that calls Cucumber. The support code can be loaded once a process, and is; runs follow one another.
 * Requests that wait for the same scenarios share a run: each hears of its own session only, and no session sees
 * another.
 */
export class Cucumber {
  static #prepared?: Promise<Prepared>;
  static #waiting: Waiting[] = [];
  static #busy = false;

  /**
   * Runs scenarios and hands out the messages about them. What they mean is for others to say; Cucumber's own
   * verdict is not asked for, because it calls a run of nothing a success.
   *
   * @throws Problem for steps without exactly one definition, before any scenario has started
   */
  static run(run: Run, listener: Listener): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = (error?: Error): void => (error ? reject(error) : resolve());
      Cucumber.#waiting.push({ ...run, listener, done });
      if (!Cucumber.#busy) void Cucumber.#work();
    });
  }

  // An uncaught error of one run would fail an innocent other, so that they never overlap.
  static async #work(): Promise<void> {
    Cucumber.#busy = true;
    for (let next = Cucumber.#take(); next.length; next = Cucumber.#take()) {
      const error = await Cucumber.#run(next).then(
        () => undefined,
        (reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason))),
      );
      for (const { done } of next) done(error);
      // Whoever was waiting for these may ask for the next ones now.
      await new Promise(setImmediate);
    }
    Cucumber.#busy = false;
  }

  static #take(): Waiting[] {
    const [first, ...others] = Cucumber.#waiting;
    if (!first) return [];
    const together = [first, ...others.filter((other) => isAlike(first, other))].slice(0, mostTogether);
    Cucumber.#waiting = Cucumber.#waiting.filter((run) => !together.includes(run));
    return together;
  }

  static async #run(runs: Waiting[]): Promise<void> {
    const { configuration, support, environment } = await (Cucumber.#prepared ??= prepare());
    const { features, tags, session } = runs[0]!;
    const messages = new MessagesBySession(new Map(runs.map((run) => [run.session, run.listener])));
    const steps = new StepWatch();
    await runCucumber(
      {
        sources: { ...configuration.sources, ...(features && { paths: features }), tagExpression: tags },
        runtime: { ...configuration.runtime, worldParameters: { session } },
        formats: configuration.formats,
        plugins: {
          specifiers: [besides('several-sessions.js')],
          options: { sessions: runs.map((run) => run.session) },
        },
        support,
      },
      environment,
      (envelope) => {
        steps.observe(envelope);
        messages.observe(envelope);
      },
    );
  }
}

const isAlike = (one: Run, other: Run): boolean =>
  one.tags === other.tags && JSON.stringify(one.features) === JSON.stringify(other.features);

/** A module that Cucumber loads by itself, as it wants it named: relative to the folder that it runs in. */
const besides = (name: string): string => `./${relative(packageFolder, join(__dirname, name))}`;

async function prepare(): Promise<Prepared> {
  // What Cucumber would say on the terminal is in its messages too, and the terminal belongs to the report.
  const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
  const environment = { cwd: packageFolder, stdout: nowhere(), stderr: nowhere() };
  const { runConfiguration } = await loadConfiguration({ file: 'cucumber.js', profiles: ['engine'] }, environment);
  const loaded = await loadSupport(runConfiguration, environment);
  return { configuration: settled(runConfiguration), support: found(loaded), environment };
}

/** The same with the features named file by file, for Cucumber looks for them again before every run. */
const settled = ({ sources, formats, ...rest }: IRunConfiguration): IRunConfiguration => ({
  ...rest,
  // Relative ones: from the root of the disk on, every folder would be looked at again.
  sources: { ...sources, paths: featureFiles().map((path) => relative(packageFolder, path)) },
  // The messages are read as they come; nobody reads what a formatter would write.
  formats: { ...formats, stdout: besides('silent-formatter.js') },
});

/** The same without the patterns that it was found by, for Cucumber follows them again before every run, for nothing. */
const found = (loaded: Loaded): Loaded => ({
  ...loaded,
  originalCoordinates: { ...loaded.originalCoordinates, requirePaths: ['cucumber.js'] },
});
