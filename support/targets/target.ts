import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { Call } from '../aws/middleware/call-log';
import type { TargetDescription } from '../lab/result/result';
import type { CreatedUser } from '../lab/solution/plan';

/** The destination of calls, for messages; AWS itself if there is no endpoint. */
export interface Place {
  region?: string;
  endpoint?: string;
}

/** The pool at the end of the lab. */
export interface CompletedLab {
  /** Absent if no user pool was created. */
  userPoolId?: string;
  /** Known only if the program played the solution. */
  createdUser?: CreatedUser;
}

/**
 * What is behind the SDK's client: a simulated Cognito, a real endpoint, a submission. Higher layers do not
 * distinguish them.
 */
export interface Target {
  readonly client: CognitoIdentityProviderClient;
  /** The calls made by the client so far, in order. */
  readonly calls: readonly Call[];
  /** The destination of calls, for messages; AWS itself if there is no endpoint. */
  readonly place: Place;
  /** Why behaviour checks do not apply: the pool is only read. Absent if they apply. */
  readonly readOnly?: string;
  /** What the user must know beforehand, such as changes to a real account. */
  readonly notice?: string;

  describe(): TargetDescription;

  /**
   * "A learner has completed the lab": plays the solution on an owned pool, or attaches to an existing one.
   *
   * @throws CouldNotLook or Problem
   */
  complete(): Promise<CompletedLab>;

  /** Aborts calls in progress, if that is safe. */
  stop?(): void;

  /** What would remain if the process ended now, and how to remove it; undefined for nothing. */
  left?(): string | undefined;

  /**
   * Removes everything that {@link complete} created. Idempotent, and safe after a partial failure.
   *
   * @throws Problem that lists what remains
   */
  close(): Promise<void>;
}

/** A client, its calls, and their destination. */
export type TargetClient = Pick<Target, 'client' | 'calls' | 'place'>;
