import { DeleteUserPoolCommand, type CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { explain } from '../aws/explain';
import type { Plan } from '../learner/plan';
import { play } from '../learner/play';
import { Problem } from '../problem';
import type { TargetDescription } from '../result/result';
import type { CompletedLab, Target } from './target';

/** A pool of the harness's own: it plays the learner, and removes the pool at the end. One pool a run. */
export class OwnedPool implements Target {
  #userPoolId?: string;
  #left = false;

  constructor(
    readonly client: CognitoIdentityProviderClient,
    private readonly plan: Plan,
    private readonly description: TargetDescription,
    readonly place: Target['place'],
  ) {}

  describe(): TargetDescription {
    return { ...this.description, ...(this.#userPoolId ? { userPoolId: this.#userPoolId } : {}) };
  }

  async complete(): Promise<CompletedLab> {
    const { createdUser } = this.plan;
    await play(this.client, this.plan, this.place, (userPoolId) => {
      this.#userPoolId = userPoolId;
      this.#left = true;
    });
    return { userPoolId: this.#userPoolId, createdUser };
  }

  async close(): Promise<void> {
    if (!this.#left) return;
    const UserPoolId = this.#userPoolId;
    try {
      await this.client.send(new DeleteUserPoolCommand({ UserPoolId }));
      this.#left = false;
    } catch (error) {
      if ((error as Error).name === 'ResourceNotFoundException') return;
      const { message } = explain(error, { operation: 'DeleteUserPool', userPoolId: UserPoolId, ...this.place });
      throw new Problem(
        `The user pool ${UserPoolId}, made for this run, could not be removed: ${message}`,
        `Remove it: aws cognito-idp delete-user-pool --user-pool-id ${UserPoolId}`,
        { cause: error },
      );
    }
  }
}
