/** Where a learner's work is to be looked at. */
export type Source =
  | {
      kind: 'submission';
      path: string;
      /** What it was before it was extracted: it has another path in each run. */
      origin?: string;
      /** The pool and the account that the roster has the learner down for: of another, it is not theirs. */
      userPoolId?: string;
      accountId?: string;
    }
  | {
      kind: 'pool';
      userPoolId: string;
      region?: string;
      roleArn?: string;
      externalId?: string;
      /** The account that the learner says is theirs. */
      accountId?: string;
    }
  /** Something is there, and it must not or cannot be looked at. */
  | { kind: 'refused'; reason: string; remedy: string }
  | { kind: 'none'; reason: string };

/** One learner of the class. */
export interface Entry {
  /** As the roster or the folder names the learner: the LMS's identifier. */
  student: string;
  name?: string;
  email?: string;
  /** ISO 8601. */
  submittedAt?: string;
  source: Source;
}
