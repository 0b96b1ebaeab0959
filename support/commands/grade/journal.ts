import { constants } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, fchmodSync, fdatasync, openSync, truncateSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { isAbsent } from '../../common/files/is-absent';
import { readBounded } from '../../common/files/read-bounded';
import { Problem } from '../../common/problem';
import { unwritable, writeAtomic } from '../../common/files/atomic-write';
import { canonical } from '../../common/json/digest';
import * as v from 'valibot';
import { learnerSchema, type LearnerSummary } from '../../lab/result/class-result';
import type { Entry } from './inputs/entry';

export const JOURNAL_SCHEMA = 'cognito-lab/journal/v1';

/** The settings that must be equal for a run to continue another. */
export type Terms = Record<string, unknown>;

const lineSchema = v.object({
  /** The learner and the source: if the roster names another source, the learner is graded again. */
  key: v.string(),
  learner: learnerSchema,
});

export type JournalLine = v.InferOutput<typeof lineSchema>;

/** @returns undefined for what is not JSON */
function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** A short key of a learner and the source. */
export const keyOf = ({ student, source, submittedAt, name }: Entry): string => {
  const from = 'origin' in source ? { ...source, path: source.origin } : source;
  return createHash('sha256')
    .update(canonical({ student, source: from, submittedAt, name }))
    .digest('base64url')
    .slice(0, 22);
};

const remedy = 'Move it away and run without --resume to grade everybody again.';

/**
 * The complete lines of a journal. An incomplete line (cut by a kill, or zeros after a power failure) is ignored, and its
 * learner is graded again.
 *
 * @returns no head where there is nothing whole
 */
export function readJournal(path: string): { head?: string; lines: JournalLine[]; end: number } {
  const { bytes } = readBounded(path, { name: path, most: constants.MAX_STRING_LENGTH, remedy });
  const end = bytes.lastIndexOf(10) + 1;
  const [head, ...texts] = bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
  if (head === undefined || !parse(head)) return { lines: [], end: 0 };
  const lines = texts.flatMap((text) => {
    const value = parse(text.replace(/^\0+/, ''));
    return v.is(lineSchema, value) ? [value] : [];
  });
  return { head, lines, end };
}

const synced = promisify(fdatasync);

/**
 * The results so far, one line per learner, each flushed to the disk before it counts as done. A kill costs at most the
 * last line, which is then incomplete and ignored.
 */
export class Journal {
  readonly done = new Map<string, LearnerSummary>();
  readonly #fd: number;
  #waiting: string[] = [];
  #writing?: Promise<void>;
  /** The error after which the last line may be incomplete. Another line after it would make the file unreadable. */
  #failure?: Error;

  /**
   * @param resume continue the journal of another run
   * @throws Problem if that run had other settings, or the file cannot be written
   */
  constructor(
    private readonly path: string,
    private readonly terms: Terms,
    resume: boolean,
  ) {
    try {
      const whole = resume && !isAbsent(path) ? this.#read() : 0;
      if (whole) truncateSync(path, whole);
      this.#fd = openSync(path, whole ? 'a' : 'w', 0o600);
      fchmodSync(this.#fd, 0o600);
      if (!whole) writeFileSync(this.#fd, `${this.#head()}\n`, { flush: true });
    } catch (error) {
      throw unwritable(path, error);
    }
  }

  #head = (): string => headOf(this.terms);

  /** @returns how many bytes of the file to go on from */
  #read(): number {
    const { head, lines, end } = readJournal(this.path);
    if (head === undefined) return 0;
    if (head !== this.#head())
      throw new Problem(
        `The interrupted run of ${this.path} used other features, another rubric, name, format, shard or version.`,
        'Run without --resume to grade everybody by the same settings.',
      );
    for (const { key, learner } of lines) this.done.set(key, learner);
    return end;
  }

  /** Lines that are added in the same turn of the event loop are flushed together. @throws Problem where the disk is full */
  async add(key: string, learner: LearnerSummary): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    this.#waiting.push(`${JSON.stringify({ key, learner } satisfies JournalLine)}\n`);
    await (this.#writing ??= this.#write());
  }

  async #write(): Promise<void> {
    try {
      // Lines of the same turn of the event loop are written together.
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

  /** Rewrites the lines in the order of the class, so that the file does not depend on timing. */
  close(lines: Iterable<JournalLine>): void {
    closeSync(this.#fd);
    writeJournal(this.path, this.terms, lines);
  }
}

const headOf = (terms: Terms): string => JSON.stringify({ schema: JOURNAL_SCHEMA, ...terms });

/** Writes the journal of a run that is over. */
export function writeJournal(path: string, terms: Terms, lines: Iterable<JournalLine>): void {
  writeAtomic(
    path,
    (function* () {
      yield `${headOf(terms)}\n`;
      for (const line of lines) yield `${JSON.stringify(line)}\n`;
    })(),
    0o600,
  );
}
