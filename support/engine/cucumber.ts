import { join } from 'node:path';
import { Writable } from 'node:stream';
import { loadConfiguration, loadSupport, runCucumber, type IRunConfiguration } from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import { featureFiles } from '../lab/read-features';
import { StepWatch } from './unusable-steps';

/** The folder that cucumber.js is in. */
export const root = join(__dirname, '../..');

type Loaded = Awaited<ReturnType<typeof loadSupport>>;

interface Prepared {
  configuration: IRunConfiguration;
  support: Loaded;
  environment: { cwd: string; stdout: Writable; stderr: Writable };
}

/** The only place that calls Cucumber. The support code can be loaded once a process, and is; runs follow one another. */
export class Cucumber {
  static #prepared?: Promise<Prepared>;
  static #last: Promise<unknown> = Promise.resolve();

  /**
   * Runs scenarios and hands out the messages about them. What they mean is for others to say; Cucumber's own
   * verdict is not asked for, because it calls a run of nothing a success.
   *
   * @param features paths of feature files or folders; those of cucumber.js where there are none
   * @throws Problem for steps without exactly one definition, before any scenario has started
   */
  static async run(
    options: { features?: string[]; tags?: string; session?: string },
    onMessage: (envelope: Envelope) => void,
  ): Promise<void> {
    // An uncaught error of one run would fail an innocent other, so that they never overlap.
    const turn = Cucumber.#last.then(() => Cucumber.#run(options, onMessage));
    Cucumber.#last = turn.catch(() => undefined);
    return turn;
  }

  static async #run(
    { features, tags = '', session }: Parameters<typeof Cucumber.run>[0],
    onMessage: (envelope: Envelope) => void,
  ): Promise<void> {
    const { configuration, support, environment } = await (Cucumber.#prepared ??= prepare());
    const steps = new StepWatch();
    await runCucumber(
      {
        sources: { ...configuration.sources, ...(features && { paths: features }), tagExpression: tags },
        runtime: { ...configuration.runtime, worldParameters: session ? { session } : {} },
        formats: configuration.formats,
        support,
      },
      environment,
      (envelope) => {
        steps.observe(envelope);
        onMessage(envelope);
      },
    );
  }
}

async function prepare(): Promise<Prepared> {
  // What Cucumber would say on the terminal is in its messages too, and the terminal belongs to the report.
  const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
  const environment = { cwd: root, stdout: nowhere(), stderr: nowhere() };
  const { runConfiguration } = await loadConfiguration({ file: 'cucumber.js', profiles: ['engine'] }, environment);
  const loaded = await loadSupport(runConfiguration, environment);
  return { configuration: settled(runConfiguration), support: found(loaded), environment };
}

/** The same with the features named file by file, for Cucumber looks for them again before every run. */
const settled = ({ sources, formats, ...rest }: IRunConfiguration): IRunConfiguration => ({
  ...rest,
  sources: { ...sources, paths: featureFiles() },
  // The messages are read as they come; nobody reads what a formatter would write.
  formats: { ...formats, stdout: './support/engine/silent-formatter.js' },
});

/** The same without the patterns that it was found by, for Cucumber follows them again before every run, for nothing. */
const found = (loaded: Loaded): Loaded => ({
  ...loaded,
  originalCoordinates: { ...loaded.originalCoordinates, requirePaths: ['cucumber.js'] },
});
