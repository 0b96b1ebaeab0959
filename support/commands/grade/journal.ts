import { createHash } from 'node:crypto';
import { closeSync, existsSync, fdatasync, openSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { Problem } from '../../common/problem';
import { unwritable, writeWhole } from '../../common/files/write-whole';
import { canonical } from '../../common/json/digest';
import type { LearnerSummary } from '../../lab/result/class-result';
import type { Entry } from './inputs/entry';

export const JOURNAL_SCHEMA = 'cognito-lab/journal/v1';

/** What must be the same for a run to be the continuation of another. */
export type Terms = Record<string, unknown>;

interface Line {
  /** Whose, and where it was looked at: a roster that sends us elsewhere is another question. */
  key: string;
  learner: LearnerSummary;
}

/** What is asked about a learner, as a short text. */
export const keyOf = ({ student, source, submittedAt, name }: Entry): string => {
  const from = 'origin' in source ? { ...source, path: source.origin } : source;
  return createHash('sha256')
    .update(canonical({ student, source: from, submittedAt, name }))
    .digest('base64url')
    .slice(0, 22);
};

const synced = promisify(fdatasync);

/**
 * What was done so far, a line a learner, each on the disk before it counts as done. A kill at any moment costs at
 * most the last line, which is then cut short and not believed.
 */
export class Journal {
  readonly done = new Map<string, LearnerSummary>();
  readonly #fd: number;
  #waiting: string[] = [];
  #writing?: Promise<void>;
  /** Why the last line may be only half there. Another one after it would make the file unreadable. */
  #failure?: Error;

  /**
   * @param resume take up what another run left
   * @throws Problem where that run went by other terms, or the file cannot be written
   */
  constructor(
    private readonly path: string,
    private readonly terms: Terms,
    resume: boolean,
  ) {
    try {
      const whole = resume && existsSync(path) ? this.#read() : 0;
      if (whole) truncateSync(path, whole);
      this.#fd = openSync(path, whole ? 'a' : 'w');
      if (!whole) writeFileSync(this.#fd, `${this.#head()}\n`, { flush: true });
    } catch (error) {
      throw unwritable(path, error);
    }
  }

  #head = (): string => JSON.stringify({ schema: JOURNAL_SCHEMA, ...this.terms });

  /** @returns how many bytes of the file are whole lines */
  #read(): number {
    const bytes = readFileSync(this.path);
    const end = bytes.lastIndexOf(10) + 1;
    const [head, ...lines] = bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
    if (head === undefined) return 0;
    if (head !== this.#head())
      throw new Problem(
        `The run that ${this.path} is of went by other features, another rubric, another name, format or version.`,
        'Run without --resume, so that everybody is graded by the same.',
      );
    try {
      for (const line of lines) {
        const { key, learner } = JSON.parse(line) as Line;
        this.done.set(key, learner);
      }
    } catch (error) {
      throw new Problem(`The journal ${this.path} was changed.`, 'Run without --resume.', { cause: error });
    }
    return end;
  }

  /** Several that are told at once reach the disk together. @throws Problem where the disk is full */
  async add(key: string, learner: LearnerSummary): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    this.#waiting.push(`${JSON.stringify({ key, learner } satisfies Line)}\n`);
    await (this.#writing ??= this.#write());
  }

  async #write(): Promise<void> {
    try {
      // What comes in the same turn of the event loop goes along.
      await new Promise(setImmediate);
      const text = this.#waiting.splice(0).join('');
      this.#writing = undefined;
      if (this.#failure !== undefined) throw this.#failure;
      writeFileSync(this.#fd, text);
      await synced(this.#fd);
    } catch (error) {
      this.#failure ??= unwritable(this.path, error) as Error;
      throw this.#failure;
    }
  }

  /** All is done: the lines take the order of the class, so that the file does not tell how it came about. */
  close(lines: Iterable<Line>): void {
    closeSync(this.#fd);
    const head = this.#head();
    writeWhole(
      this.path,
      (function* () {
        yield `${head}\n`;
        for (const line of lines) yield `${JSON.stringify(line)}\n`;
      })(),
    );
  }
}
