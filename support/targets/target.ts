import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { Call } from '../aws/middleware/call-log';
import type { TargetDescription } from '../lab/result/result';
import type { CreatedUser } from '../lab/solution/plan';

/** Where calls go, for messages; AWS itself where there is no endpoint. */
export interface Place {
  region?: string;
  endpoint?: string;
}

/** The lab as a learner left it. */
export interface CompletedLab {
  /** Absent where no user pool was ever created. */
  userPoolId?: string;
  /** Known only where the harness played the learner. */
  createdUser?: CreatedUser;
}

/**
 * What stands behind the SDK's client: a simulated Cognito, a real endpoint, a saved snapshot. Nothing above the
 * targets asks which one it is.
 */
export interface Target {
  readonly client: CognitoIdentityProviderClient;
  /** The calls that went through the client, in order; it grows as they are made. */
  readonly calls: readonly Call[];
  /** Where the client's calls go, for messages; AWS itself where there is no endpoint. */
  readonly place: Place;
  /** Why behaviour checks do not apply: the pool is another's and is only read. Absent where they do. */
  readonly readOnly?: string;
  /** What the user has to know before anything is done, such as what is about to be done to a real account. */
  readonly notice?: string;

  describe(): TargetDescription;

  /**
   * "A learner has completed the lab": plays the learner where the harness owns the pool, attaches where a pool
   * exists already.
   *
   * @throws CouldNotLook or Problem
   */
  complete(): Promise<CompletedLab>;

  /** Ends the calls that are under way, where nothing can come of that but that they are not read. */
  stop?(): void;

  /** What would be left, and how to remove it, if the process ended now; undefined where nothing would. */
  left?(): string | undefined;

  /**
   * Removes all that {@link complete} made. Safe to call twice, and after a failure half-way.
   *
   * @throws Problem that says what is left
   */
  close(): Promise<void>;
}

/** A client, the calls that go through it, and where they go. */
export type Behind = Pick<Target, 'client' | 'calls' | 'place'>;
