import { Problem } from '../../../common/problem';
import type { LearnerSummary } from '../../../lab/result/class-result';
import { budget } from '../budget';
import type { Reason } from '../evidence';
import type { Job, Terms } from '../grade-learner';
import { errorOf } from '../learner-summary';
import type { FromWorker } from './worker-messages';
import { WorkerProcess, type End, type Task } from './worker-process';

/** Learners per worker: the engine judges 16 in one run, the next 16 wait, the others are being written. */
export const tasksPerWorker = 40;

/** Starting a worker takes as long as grading this number of learners. */
const learnersPerWorker = 60;

/** How many workers in a row may end before they are ready. */
const mostFailedStarts = 3;

/**
 * Workers that grade learners. When one ends, the learner that it was busy with is a suspect, and is tried again with
 * no other learner in the worker; the others go to another worker. So a learner is in error because of their own
 * submission only.
 */
export class WorkerPool {
  readonly #workers = new Set<WorkerProcess>();
  readonly #waiting: Task[] = [];
  readonly #suspects: Task[] = [];
  #terms?: Terms;
  #failedStarts = 0;
  #failure?: Error;
  #isClosed = false;

  /**
   * Starts the first worker at once, so that it gets ready while the class is read.
   *
   * @param jobs how many there may be at most
   * @param timeLimit for one learner, in milliseconds
   * @param script the worker's program; tests replace it
   */
  constructor(
    private readonly jobs: number,
    private readonly timeLimit: number,
    private readonly script?: string,
  ) {
    this.#start();
  }

  /** @returns how many workers there are */
  begin(terms: Terms, learners: number): number {
    this.#terms = terms;
    for (const worker of this.#workers) worker.begin(terms);
    while (this.#workers.size < Math.min(this.jobs, Math.ceil(learners / learnersPerWorker))) this.#start();
    return this.#workers.size;
  }

  /** @throws Problem where the output cannot be written, or no worker can be started */
  grade(job: Job, spent = 0): Promise<LearnerSummary> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, spent, alone: false, condemned: false, resolve, reject });
      this.#giveOut();
    });
  }

  /** Ends all workers at once. @returns when they are gone */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#workers].map((worker) => worker.kill()));
  }

  #start(): void {
    const events = {
      onFree: () => this.#giveOut(),
      onFailed: (failure: Failure) => this.#fail(errorFrom(failure)),
      onEnd: (ended: WorkerProcess, end: End) => this.#replace(ended, end),
    };
    const worker = new WorkerProcess(this.timeLimit, events, this.script);
    this.#workers.add(worker);
    if (this.#terms) worker.begin(this.#terms);
  }

  /** Picks the worker with the fewest learners, so that a small class is spread over all workers. */
  #giveOut(): void {
    if (this.#failure) {
      for (const { reject } of [...this.#waiting.splice(0), ...this.#suspects.splice(0)]) reject(this.#failure);
      return;
    }
    for (;;) {
      const [worker] = [...this.#workers]
        .filter(({ isReady, tasks }) => isReady && ![...tasks.values()].some(({ alone }) => alone))
        .sort((a, b) => a.tasks.size - b.tasks.size);
      if (!worker || worker.tasks.size >= tasksPerWorker) return;
      const suspect = worker.tasks.size === 0 ? this.#suspects.shift() : undefined;
      const task = suspect ?? this.#waiting.shift();
      if (!task) return;
      worker.give(task);
    }
  }

  #replace(worker: WorkerProcess, end: End): void {
    this.#workers.delete(worker);
    if (this.#isClosed) return;
    // If the system allows no more processes, the existing ones do the work.
    if (!worker.isReady && this.#workers.size > 0) return;
    if (!worker.isReady && ++this.#failedStarts >= mostFailedStarts)
      return this.#fail(
        new Problem(
          'The worker processes cannot be started.',
          `Run it again with --jobs 1, or with more memory. The last one said: ${worker.said.slice(-500) || 'nothing'}`,
        ),
      );
    if (worker.isReady) this.#failedStarts = 0;
    const { underWay } = worker;
    for (const task of worker.tasks.values()) {
      // A learner exceeds the time limit alone; memory may have been used by others.
      const isCause = task.alone || (task === underWay && (end === 'time' || end === 'processor'));
      if (isCause) this.#condemn(task, end);
      else if (task === underWay || !underWay) this.#suspects.push({ ...task, alone: true });
      else this.#waiting.unshift(task);
    }
    this.#start();
  }

  /** Writes that the learner could not be graded, which may fail as well. */
  #condemn(task: Task, end: End): void {
    const why = reasons(this.timeLimit)[end];
    const { entry } = task.job;
    if (task.condemned) {
      const tasks = this.#terms?.lab.catalogue.tasks.map(({ id }) => id) ?? [];
      return task.resolve(errorOf(entry, why, tasks));
    }
    const source = { kind: 'refused', reason: why.message, remedy: why.remedy ?? '' } as const;
    const job = { ...task.job, pool: undefined, entry: { ...entry, source } };
    this.#suspects.push({ ...task, job, spent: 0, alone: true, condemned: true });
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const worker of this.#workers) {
      for (const { reject } of worker.tasks.values()) reject(this.#failure);
    }
    this.#giveOut();
    void this.close();
  }
}

const reasons = (timeLimit: number): Record<End, Reason> => {
  const remedy = 'Ask for the files that the AWS CLI or "cognito-lab snapshot" wrote, without changes.';
  return {
    time: {
      message: `It could not be graded within the time limit of ${timeLimit / 1000} s.`,
      remedy: 'Run again with --resume, and with a longer --time-limit if the machine or the network is slow.',
    },
    processor: {
      message: `Grading it took more than ${budget.processor / 1000} s of processor time; real answers of AWS take far less.`,
      remedy,
    },
    memory: { message: 'Grading it took more memory than one learner may take.', remedy },
    crash: {
      message: 'Grading it crashed the worker process, which happens if values are far too large or too deeply nested.',
      remedy,
    },
  };
};

type Failure = Extract<FromWorker, { kind: 'failed' }>;

function errorFrom({ message, remedy, code, isBug }: Failure): Error {
  if (!isBug) return new Problem(message, remedy, { cause: { code } });
  const error = new Error(message.split('\n')[0]);
  error.stack = message;
  return error;
}
