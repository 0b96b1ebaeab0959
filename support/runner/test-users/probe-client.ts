import { CreateUserPoolClientCommand } from '@aws-sdk/client-cognito-identity-provider';
import { explain } from '../../aws/explain';
import type { PoolReader } from '../../aws/pool/pool-reader';
import type { Target } from '../../targets/target';

/** The name of the behaviour checks' own app client, which exists in the pool while they run. */
export const probeClientName = 'cognito-lab probe';

/**
 * The app client with which the behaviour checks sign users up and in. It belongs to the program, so that Task 3 can
 * be checked before the app client of Task 7 exists, and whatever flows that one allows.
 */
export class ProbeClient {
  #id?: Promise<string>;

  constructor(
    private readonly target: Target,
    private readonly reader: PoolReader,
  ) {}

  /** The id of the client, which is created on first use. @throws CouldNotLook */
  id(): Promise<string> {
    return (this.#id ??= this.#make());
  }

  async #make(): Promise<string> {
    // Creating the client changes the pool. Read everything that the setting checks use before.
    await this.reader.readAll();
    try {
      const { UserPoolClient } = await this.target.client.send(
        new CreateUserPoolClientCommand({
          UserPoolId: this.reader.userPoolId,
          ClientName: probeClientName,
          ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
        }),
      );
      if (!UserPoolClient?.ClientId) throw new Error('The answer has no client id.');
      return UserPoolClient.ClientId;
    } catch (error) {
      throw explain(error, { operation: 'CreateUserPoolClient', ...this.target.place });
    }
  }
}
