import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { TargetDescription } from '../result/result';
import type { CompletedLab, Target } from './target';

/** A pool that exists already, on an endpoint or in a snapshot. Nothing is ever written to it. */
export class ExistingPool implements Target {
  readonly readOnly = 'The pool is only read: nobody signs up or signs in, so behaviour is not tried.';

  constructor(
    readonly client: CognitoIdentityProviderClient,
    private readonly description: TargetDescription & { userPoolId: string },
    readonly place: Target['place'],
  ) {}

  describe(): TargetDescription {
    return this.description;
  }

  complete(): Promise<CompletedLab> {
    return Promise.resolve({ userPoolId: this.description.userPoolId });
  }

  async close(): Promise<void> {
    // Nothing was made.
  }
}
