import type { LearnerSummary } from '../../../lab/result/class-result';
import type { Job, Terms } from '../grade-learner';

/** Messages to a worker: first the settings of the class, then learners. */
export type ToWorker = { kind: 'begin'; terms: Terms } | { kind: 'grade'; job: Job };

/** Messages from a worker. */
export type FromWorker =
  | { kind: 'ready' }
  /** The worker begins with the learner of this place in the class, or is idle. */
  | { kind: 'under-way'; at?: number }
  | { kind: 'done'; at: number; learner: LearnerSummary }
  /** The output cannot be written, or the lab cannot be run: the run ends. */
  | { kind: 'failed'; message: string; remedy?: string; code?: string; isBug: boolean };
