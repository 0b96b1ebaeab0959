/** Where a learner's submission or pool is. */
export type Source =
  | {
      kind: 'submission';
      path: string;
      /** Its path before extraction: extracted files have another path in each run. */
      origin?: string;
      /** The pool and the account that the roster names for the learner: a submission of another is refused. */
      userPoolId?: string;
      accountId?: string;
    }
  | {
      kind: 'pool';
      userPoolId: string;
      region?: string;
      roleArn?: string;
      externalId?: string;
      /** The account that the roster names for the learner. */
      accountId?: string;
    }
  /** A submission that must not or cannot be read. */
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
