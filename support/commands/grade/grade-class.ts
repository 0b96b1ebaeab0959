import { join } from 'node:path';
import { RateLimiter } from '../../aws/middleware/rate-limit';
import type { Catalogue } from '../../lab/features/catalogue';
import { labClientName } from '../../lab/solution/lab-client';
import { WholeFolder } from '../../common/files/whole-folder';
import { version } from '../../common/version';
import type { LearnerSummary } from '../../lab/result/class-result';
import { fileNames } from './file-names';
import type { Entry } from './inputs/entry';
import { Journal, keyOf } from './journal';
import { judge } from './judge-evidence';
import { learnerResult, readLearnerResult, withGrade, type LearnerResult } from './learner-result';
import { nothingFrom, summaryOf, totalOf } from './learner-summary';
import { lookAtNothing, type Look } from './evidence';
import { lookAtSubmission } from './read-submission';
import { writeLearner, type LearnerFormat } from './outputs/learner-files';
import type { Rubric } from './rubric';
import { TimeLimit } from './time-limit';

export interface GradeOptions {
  catalogue: Catalogue;
  rubric: Rubric;
  /** The folder for everything that comes of it. */
  output: string;
  userPoolName?: string;
  /** Of several attempts, whether the best or the latest counts. */
  keep: 'best' | 'latest';
  /** Of another grader, for each learner beside the result. */
  format?: LearnerFormat;
  /** Take up an interrupted run: only who has no grade yet is looked at. */
  resume: boolean;
  /** How many pools are read at the same time. */
  concurrency: number;
  /** For reading one pool, in milliseconds. */
  timeLimit: number;
  /** Told of every learner who is done with, also of those from an earlier run. */
  onProgress?: (done: number, of: number) => void;
}

/** How many submissions are under way at once: some are judged together while others are written. */
const inFlight = 24;

/** One row a learner is all that stays in memory of a class. */
interface Work {
  entry: Entry;
  file: string;
  at: number;
}

/**
 * Looks at every learner's work by itself, judges it, and writes what there is to keep, learner by learner.
 *
 * @returns how each learner stands, in the order of the entries
 * @throws Problem where the output cannot be written; what was written so far is in the journal
 */
export async function gradeClass(entries: readonly Entry[], options: GradeOptions): Promise<LearnerSummary[]> {
  const { output, resume, catalogue, rubric, userPoolName, keep, format, concurrency, onProgress } = options;
  const folder = new WholeFolder(join(output, 'results'));
  const terms = {
    labHash: catalogue.labHash,
    version,
    rubric,
    userPoolName: userPoolName ?? null,
    keep,
    format: format ?? null,
  };
  const journal = new Journal(join(output, 'journal.jsonl'), terms, resume);
  const names = fileNames(entries.map(({ student }) => student));
  const learners = new Array<LearnerSummary>(entries.length);
  let done = 0;
  // Most of a class did the same in a task: what is alike is kept once, and a class of ten thousand stays small.
  const alike = new Map<string, unknown>();
  const once = <T>(value: T): T => {
    const text = JSON.stringify(value);
    if (!alike.has(text)) alike.set(text, value);
    return alike.get(text) as T;
  };
  const finish = (at: number, learner: LearnerSummary): void => {
    const { tasks, missed, reasons } = learner;
    learners[at] = { ...learner, tasks: tasks.map(once), missed: missed.map(once), reasons: reasons.map(once) };
    onProgress?.(++done, entries.length);
  };

  const missing: Work[] = [];
  entries.forEach((entry, at) => {
    const known = journal.done.get(keyOf(entry));
    if (known?.status === 'graded') finish(at, known);
    else missing.push({ entry, at, file: names.get(entry.student) ?? '' });
  });

  const limiter = new RateLimiter();
  const clientName = labClientName();
  const stop = new AbortController();
  const tasks = catalogue.tasks.map(({ id }) => id);
  /** Nothing is there to look at; what an earlier run kept is. */
  const nothingNow = (entry: Entry, file: string, reason: string): LearnerSummary => {
    const previous = readLearnerResult(join(output, 'results', `${file}.json`), entry.student);
    if (!previous) return nothingFrom(entry, reason, tasks);
    if (keep === 'best' && previous.status !== 'error' && previous.labHash === catalogue.labHash)
      return summaryOf(entry, previous, { rubric, file, notes: [`${reason} An earlier attempt counts.`] });
    return { ...nothingFrom(entry, reason, tasks), notes: [`results/${file}.json is of an earlier run.`] };
  };
  const learnerOf = async ({ entry, file }: Work): Promise<LearnerSummary | undefined> => {
    if (entry.source.kind === 'none') return nothingNow(entry, file, entry.source.reason);
    const look = await lookAt(entry, options, limiter, clientName, stop.signal);
    return stop.signal.aborted ? undefined : keepResult(entry, file, look, folder, options);
  };
  const gradeOne = async (work: Work): Promise<void> => {
    const learner = await learnerOf(work);
    if (!learner) return;
    await journal.add(keyOf(work.entry), learner);
    finish(work.at, learner);
  };
  const isLive = ({ entry }: Work): boolean => entry.source.kind === 'pool';
  const saved = missing.filter((work) => !isLive(work));
  try {
    await Promise.all([
      eachOf(missing.filter(isLive), concurrency, stop, gradeOne),
      eachOf(saved, inFlight, stop, gradeOne),
    ]);
  } finally {
    // What fails here is the output and not a submission: nothing more is looked at that could not be kept.
    stop.abort();
  }
  journal.close(
    (function* () {
      for (const [at, entry] of entries.entries()) yield { key: keyOf(entry), learner: learners[at]! };
    })(),
  );
  return learners;
}

/** Several at a time, in order, until all are done or `stop` is given. */
async function eachOf<T>(
  items: readonly T[],
  atOnce: number,
  { signal }: AbortController,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  const worker = async (): Promise<void> => {
    for (const item of rest) {
      if (signal.aborted) return;
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}

async function lookAt(
  { source }: Entry,
  { timeLimit }: GradeOptions,
  limiter: RateLimiter,
  clientName: string,
  stop: AbortSignal,
): Promise<Look> {
  switch (source.kind) {
    case 'submission':
      return lookAtSubmission(source);
    case 'pool': {
      const { lookAtPool } = require('./read-live-pool') as typeof import('./read-live-pool');
      return lookAtPool(source, { limiter, clientName, limit: new TimeLimit(timeLimit, stop) });
    }
    case 'refused':
      return lookAtNothing({ message: source.reason, remedy: source.remedy }, 'self-reported');
    case 'none':
      throw new Error('There is nothing to look at.');
  }
}

/** Judges, decides between this and what an earlier run kept, and writes what counts. */
async function keepResult(
  entry: Entry,
  file: string,
  look: Look,
  folder: WholeFolder,
  { catalogue, output, userPoolName, rubric, keep, format }: GradeOptions,
): Promise<LearnerSummary> {
  const previous = readLearnerResult(join(output, 'results', `${file}.json`), entry.student);
  const fresh = learnerResult(entry, look, await judge(catalogue, look, { userPoolName }), previous);
  const notes: string[] = [];
  const result = previous ? choose(previous, fresh, { rubric, keep, notes }) : fresh;
  const learner = summaryOf(entry, result, { rubric, file, notes });
  await writeLearner(withGrade(result, learner), learner, { folder, file, format, rubric });
  return learner;
}

/** Of two results of one learner the one that counts, with all attempts on it. */
function choose(
  previous: LearnerResult,
  fresh: LearnerResult,
  { rubric, keep, notes }: { rubric: Rubric; keep: 'best' | 'latest'; notes: string[] },
): LearnerResult {
  const { attempts } = fresh.provenance;
  const kept = (why: string): LearnerResult => {
    notes.push(why);
    return { ...previous, provenance: { ...previous.provenance, attempts } };
  };
  const isSame = previous.provenance.digest === fresh.provenance.digest;
  // What was judged by other features is not comparable, and a regrade is no other attempt.
  if (isSame || previous.labHash !== fresh.labHash || previous.status === 'error') return fresh;
  const { max } = rubric.attempts ?? {};
  if (max !== undefined && attempts.length > max)
    return kept(`Attempt ${attempts.length} does not count: the rubric allows ${max}.`);
  if (keep === 'latest') return fresh;
  if (fresh.status === 'error') return kept('The latest attempt could not be looked at; an earlier one counts.');
  return totalOf(rubric, fresh).earned < totalOf(rubric, previous).earned
    ? kept('The latest attempt has fewer points; an earlier one counts.')
    : fresh;
}
