import { CouldNotLook } from '../../common/could-not-look';
import type { TargetDescription } from '../../lab/result/result';
import type { CollectedAnswers } from '../../targets/submission/collect-answers';
import { SnapshotAnswers } from '../../targets/submission/snapshot-file';
import { Submission } from '../../targets/submission/submission';

/** A call that a verdict rests on. */
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
  /** Where it is from, if not from what the submission says of itself. */
  target?: TargetDescription;
  /** SHA-256 of what was read: the same content has the same. It shows damage, not fraud. */
  digest?: string;
  /** When the submission says that it was made. */
  takenAt?: string;
  /** Those of a pool that was read by us. */
  calls: ProvenCall[];
}

/** What there is to judge of one learner, in memory: judging waits for nothing. */
export interface Evidence extends Origin {
  submission: Submission;
}

/** What was read of a learner's pool, or why it could not be: plain data, which another process can be sent. */
export type LivePool = Origin & ({ answers: CollectedAnswers } | { why: Reason });

export interface Reason {
  message: string;
  remedy?: string;
}

/** Where nothing can be read, every check says why. */
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
