import type { LearnerSummary } from '../../../lab/result/class-result';
import type { Job, Terms } from '../grade-learner';

/** What a worker is sent: once what holds for all, then learners. */
export type ToWorker = { kind: 'begin'; terms: Terms } | { kind: 'grade'; job: Job };

/** What a worker answers. */
export type FromWorker =
  | { kind: 'ready' }
  /** The learner of this place in the class is being worked on from now on, or nobody is. */
  | { kind: 'under-way'; at?: number }
  | { kind: 'done'; at: number; learner: LearnerSummary }
  /** The output cannot be written, or the lab cannot be run: no learner's fault, and the end of the run. */
  | { kind: 'failed'; message: string; remedy?: string; code?: string; isBug: boolean };
