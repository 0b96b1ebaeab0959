import type { UserPoolClientType, UserPoolType } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoError } from '../../support/simulator/cognito/errors';
import { SimulatedCognito } from '../../support/simulator/cognito/service';
import { transportTo } from './transport';
import type { Ids } from '../../support/simulator/cognito/clock-and-ids';

/** Ids that tell their order: the first pool is `us-east-1_000000001`. */
function countedIds(): Ids {
  let count = 0;
  const next = (length: number) => String(++count).padStart(length, '0');
  return {
    uuid: () => `00000000-0000-4000-8000-${next(12)}`,
    sub: () => `00000000-0000-7000-8000-${next(12)}`,
    text: (length) => next(length),
    bytes: (length) => Buffer.alloc(length, ++count),
  };
}

/** The simulated service with a clock and ids of the test's, called as the faces call it. */
export class Simulation {
  /** Epoch milliseconds. */
  now = Date.UTC(2026, 8, 24, 12);
  readonly cognito = new SimulatedCognito({ clock: () => this.now, ids: countedIds() });
  readonly #transport = transportTo(this.cognito);

  call<Output = Record<string, unknown>>(operation: string, input: object, region = 'us-east-1'): Promise<Output> {
    const context = { region, accountId: '123456789012', requestId: 'r' };
    return this.#transport.call(operation, input, context) as Promise<Output>;
  }

  /** The refusal as `Code: text`; `accepted` where there is none. */
  async refusal(operation: string, input: object, region?: string): Promise<string> {
    try {
      await this.call(operation, input, region);
      return 'accepted';
    } catch (error) {
      if (!(error instanceof CognitoError)) throw error;
      return `${error.code}: ${error.message}`;
    }
  }

  async createPool(settings: object = {}): Promise<UserPoolType & { Id: string; Arn: string }> {
    const { UserPool } = await this.call<{ UserPool: UserPoolType & { Id: string; Arn: string } }>('CreateUserPool', {
      PoolName: 'lab',
      ...settings,
    });
    return UserPool;
  }

  async describePool(UserPoolId: string): Promise<UserPoolType> {
    return (await this.call<{ UserPool: UserPoolType }>('DescribeUserPool', { UserPoolId })).UserPool;
  }

  async createClient(
    UserPoolId: string,
    settings: object = {},
  ): Promise<UserPoolClientType & { ClientId: string; ClientName: string }> {
    interface Output {
      UserPoolClient: UserPoolClientType & { ClientId: string; ClientName: string };
    }
    const input = { UserPoolId, ClientName: 'kekeclient', ...settings };
    return (await this.call<Output>('CreateUserPoolClient', input)).UserPoolClient;
  }

  /** The name of a new user of this pool, who is found by it. */
  async createUser(UserPoolId: string, Username: string): Promise<string> {
    await this.call('AdminCreateUser', { UserPoolId, Username, MessageAction: 'SUPPRESS' });
    return Username;
  }
}
