import { join } from 'node:path';
import pMap from 'p-map';
import { RateLimiter } from '../../aws/middleware/rate-limit';
import { AtomicFolder } from '../../common/files/atomic-folder';
import { needsOf } from '../../lab/phrases/needs';
import { version } from '../../common/version';
import type { LearnerSummary } from '../../lab/result/class-result';
import type { LivePool } from './evidence';
import type { Job, Terms } from './grade-learner';
import type { Entry } from './inputs/entry';
import { Journal, keyOf } from './journal';
import type { LiveOptions } from './read-live-pool';
import { shardText, type Shard } from '../merge/shard';
import { LearnerTimeout } from './learner-timeout';
import { tasksPerWorker, type WorkerPool } from './workers/worker-pool';

export interface GradeOptions extends Terms {
  /** Continue an interrupted run: grade only learners without a grade. */
  resume: boolean;
  /** The shard that the entries are, if they are not the whole class. */
  shard?: Shard;
  /** File names of the whole class, by learner. */
  names: ReadonlyMap<string, string>;
  /** How many pools are read at the same time. */
  concurrency: number;
  /** The limit for one learner, in milliseconds. */
  timeLimit: number;
  /** Called for every finished learner, including those of an earlier run. */
  onProgress?: (done: number, of: number) => void;
}

/**
 * Grades every learner separately, in worker processes, and records each in the journal. Pools are read in this process,
 * because the whole class shares an account's quotas.
 *
 * @returns a row per learner, in the order of the entries
 * @throws Problem where the output cannot be written; what was written so far is in the journal
 */
export async function gradeClass(
  entries: readonly Entry[],
  options: GradeOptions,
  workers: WorkerPool,
): Promise<LearnerSummary[]> {
  const { output, resume, concurrency, timeLimit, onProgress, names } = options;
  const results = new AtomicFolder(join(output, 'results'));
  results.removeDrafts();
  const journal = new Journal(join(output, 'journal.jsonl'), journalTerms(options), resume);
  const standing = new LearnerTable(entries.length, onProgress);
  const jobs: Job[] = [];
  entries.forEach((entry, at) => {
    const known = journal.done.get(keyOf(entry));
    // A learner whose earlier grade was kept because this attempt was unreadable is graded again.
    if (known?.status === 'graded' && !known.reasons.length) standing.add(at, known);
    else jobs.push({ entry, at, file: names.get(entry.student) ?? '' });
  });

  const { lab, rubric, userPoolName, keep, format } = options;
  const count = workers.begin({ lab, rubric, output, userPoolName, keep, format }, jobs.length);
  const stop = new AbortController();
  const grade = async (job: Job, spent = 0): Promise<void> => {
    const learner = await workers.grade(job, spent);
    await journal.add(keyOf(job.entry), learner);
    standing.add(job.at, learner);
  };
  const readAndGrade = async (job: Job, limiter: RateLimiter): Promise<void> => {
    const limit = new LearnerTimeout(timeLimit, stop.signal);
    const pool = await readPool(job, { limiter, clientNames: lab.clientNames, needs, limit });
    // A pool that could not be read within the limit still needs a result, which is little work.
    if (!stop.signal.aborted) await grade({ ...job, pool }, 'why' in pool ? 0 : limit.spent);
  };
  const isLive = ({ entry }: Job): boolean => entry.source.kind === 'pool';
  const limiter = new RateLimiter();
  const needs = needsOf(lab.catalogue);
  const { signal } = stop;
  try {
    await Promise.all([
      pMap(jobs.filter(isLive), (job) => readAndGrade(job, limiter), { concurrency, signal }),
      pMap(
        jobs.filter((job) => !isLive(job)),
        (job) => grade(job),
        { concurrency: count * tasksPerWorker, signal },
      ),
    ]);
  } finally {
    // An error here concerns the output, not a submission: reading more would be useless.
    stop.abort();
    await workers.close();
    results.removeDrafts();
  }
  const { learners } = standing;
  journal.close(
    (function* () {
      for (const [at, entry] of entries.entries()) yield { key: keyOf(entry), learner: learners[at]! };
    })(),
  );
  return learners;
}

/** The settings that must be equal for a run to continue another. */
const journalTerms = ({ lab, rubric, userPoolName, keep, format, shard }: GradeOptions): Record<string, unknown> => ({
  lab: { id: lab.identity.id, version: lab.identity.version },
  labHash: lab.identity.hash,
  version,
  rubric,
  userPoolName: userPoolName ?? null,
  keep,
  format: format ?? null,
  ...(shard && { shard: shardText(shard) }),
});

function readPool({ entry: { source } }: Job, options: LiveOptions): Promise<LivePool> {
  if (source.kind !== 'pool') throw new Error(`There is no pool to read in ${source.kind}.`);
  const { readLivePool } = require('./read-live-pool') as typeof import('./read-live-pool');
  return readLivePool(source, options);
}

/** The rows of finished learners: all that stays in memory of a class. */
export class LearnerTable {
  readonly learners: LearnerSummary[];
  #done = 0;
  // Most learners of a class have equal tasks, so equal values are stored once.
  readonly #alike = new Map<string, unknown>();

  constructor(
    private readonly size: number,
    private readonly onProgress?: GradeOptions['onProgress'],
  ) {
    this.learners = new Array<LearnerSummary>(size);
  }

  add(at: number, learner: LearnerSummary): void {
    const { tasks, missed, reasons } = learner;
    const once = <T>(value: T): T => this.#once(value);
    this.learners[at] = { ...learner, tasks: tasks.map(once), missed: missed.map(once), reasons: reasons.map(once) };
    this.onProgress?.(++this.#done, this.size);
  }

  #once<T>(value: T): T {
    const text = JSON.stringify(value);
    if (!this.#alike.has(text)) this.#alike.set(text, value);
    return this.#alike.get(text) as T;
  }
}
