import {
  CreateUserPoolCommand,
  DescribeUserPoolCommand,
  ListUserPoolsCommand,
  type CognitoIdentityProviderClient,
  type UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider';
import { readLab } from '../../support/lab/lab-folder';
import { planOf } from '../../support/lab/solution/choices';

const { PoolName } = planOf(readLab().solution).pool ?? { PoolName: '' };

/** Pools that are not ours, however much they look like it: none of them may ever change. */
const theirs = [
  { PoolName },
  { PoolName, UserPoolTags: { 'cognito-lab': 'yes', owner: 'somebody' } },
  { PoolName, UserPoolTags: { 'cognito-lab:run-id': 'mine', 'cognito-lab:tool': 'cognito-lab/1.0.0' } },
  { PoolName, DeletionProtection: 'ACTIVE' },
] as const;

/** What a service has of others, and whether it still has it. */
export class Others {
  readonly #pools: UserPoolType[] = [];

  constructor(private readonly client: CognitoIdentityProviderClient) {}

  async make(): Promise<void> {
    for (const input of theirs) {
      const { UserPool } = await this.client.send(new CreateUserPoolCommand(input));
      this.#pools.push(await this.#describe(UserPool?.Id));
    }
  }

  /** What is wrong: a pool that is not theirs, or one of theirs that is not what it was. Nothing, in words: []. */
  async wrong(): Promise<string[]> {
    const { UserPools = [] } = await this.client.send(new ListUserPoolsCommand({ MaxResults: 60 }));
    const ids = UserPools.map(({ Id }) => Id);
    const wrong = ids.filter((id) => !this.#pools.some(({ Id }) => Id === id)).map((id) => `${id} is left`);
    for (const pool of this.#pools) {
      if (!ids.includes(pool.Id)) wrong.push(`${pool.Id} of others is gone`);
      else if (JSON.stringify(await this.#describe(pool.Id)) !== JSON.stringify(pool))
        wrong.push(`${pool.Id} of others has changed`);
    }
    return wrong;
  }

  async #describe(UserPoolId?: string): Promise<UserPoolType> {
    const { UserPool } = await this.client.send(new DescribeUserPoolCommand({ UserPoolId }));
    if (!UserPool) throw new Error('There is no description.');
    return UserPool;
  }
}
