import { CouldNotLook } from '../../common/could-not-look';
import type { TargetDescription } from '../../lab/result/result';
import { Submission } from '../../targets/submission/submission';

/** A call that a verdict rests on. */
export interface ProvenCall {
  operation: string;
  requestId?: string;
  region: string;
  /** Masked. */
  account?: string;
}

/** What there is to judge of one learner, in memory: judging waits for nothing. */
export interface Look {
  submission: Submission;
  evidence: 'verified' | 'self-reported';
  /** Where it is from, if not from what the submission says of itself. */
  target?: TargetDescription;
  /** SHA-256 of what was looked at: two looks at the same thing have the same. */
  digest?: string;
  /** When the submission says that it was made. */
  takenAt?: string;
  /** Those of a pool that was read by us. */
  calls: ProvenCall[];
}

/** Where nothing can be looked at, every check says why. */
export const lookAtNothing = (
  why: { message: string; remedy?: string },
  evidence: Look['evidence'],
  more: Partial<Look> = {},
): Look => ({
  submission: new Submission({
    read: () => {
      throw new CouldNotLook(why.message, why.remedy ?? 'Hand it in again.', true);
    },
  }),
  evidence,
  calls: [],
  ...more,
});
