import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { TargetDescription } from '../result/result';

/** The user that the learner created in Task 8, and the password that the learner chose for it. */
export interface CreatedUser {
  /** What they sign in with. */
  username: string;
  email: string;
  temporaryPassword: string;
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
  /** Where the client's calls go, for messages; AWS itself where there is no endpoint. */
  readonly place: { region?: string; endpoint?: string };
  /** Why behaviour checks do not apply: the pool is another's and is only read. Absent where they do. */
  readonly readOnly?: string;

  describe(): TargetDescription;

  /**
   * "A learner has completed the lab": plays the learner where the harness owns the pool, attaches where a pool
   * exists already.
   *
   * @throws CouldNotLook or Problem
   */
  complete(): Promise<CompletedLab>;

  /**
   * Removes all that {@link complete} made. Safe to call twice, and after a failure half-way.
   *
   * @throws Problem that says what is left
   */
  close(): Promise<void>;
}
