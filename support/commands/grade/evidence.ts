import { CouldNotLook } from '../../common/could-not-look';
import type { TargetDescription } from '../../lab/result/result';
import type { CollectedAnswers } from '../../targets/submission/collect-answers';
import { SnapshotAnswers } from '../../targets/submission/snapshot-file';
import { Submission } from '../../targets/submission/submission';

/** A call whose answer was judged. */
export interface ProvenCall {
  operation: string;
  requestId?: string;
  region: string;
  /** Masked. */
  account?: string;
}

/** Where the answers come from. */
export interface Origin {
  evidence: 'verified' | 'self-reported';
  /** What was read; taken from the submission if absent. */
  target?: TargetDescription;
  /** SHA-256 of the content. It shows damage, not fraud. */
  digest?: string;
  /** The date that the submission states. */
  takenAt?: string;
  /** The calls to the pool; none for a submission. */
  calls: ProvenCall[];
}

/** The answers of one learner, in memory: judging does not wait for input. */
export interface Evidence extends Origin {
  submission: Submission;
}

/** The answers of a learner's pool, or why there are none: plain data that can be sent to another process. */
export type LivePool = Origin & ({ answers: CollectedAnswers } | { why: Reason });

export interface Reason {
  message: string;
  remedy?: string;
}

/** Evidence without answers: every check is in error for this reason. */
export const noEvidence = (why: Reason, origin: Origin = { evidence: 'self-reported', calls: [] }): Evidence => ({
  ...origin,
  submission: new Submission({
    read: () => {
      throw new CouldNotLook(why.message, why.remedy ?? 'Hand it in again.', true);
    },
  }),
});

export const livePoolEvidence = (pool: LivePool): Evidence =>
  'why' in pool
    ? noEvidence(pool.why, pool)
    : { ...pool, submission: new Submission(new SnapshotAnswers(pool.answers, '')) };
