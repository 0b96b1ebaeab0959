import { CreateUserPoolClientCommand } from '@aws-sdk/client-cognito-identity-provider';
import { explain } from '../../aws/explain';
import type { PoolReader } from '../../aws/pool/pool-reader';
import type { Target } from '../../targets/target';

/** The name under which the behaviour checks' own app client stands in the pool while they run. */
export const probeClientName = 'cognito-lab probe';

/**
 * The app client through which the behaviour checks sign people up and in. It is the harness's own, so that Task 3
 * can be tried before the app client of Task 7 is there, and whatever flows that one allows.
 */
export class ProbeClient {
  #id?: Promise<string>;

  constructor(
    private readonly target: Target,
    private readonly reader: PoolReader,
  ) {}

  /** The client's id; made the first time it is asked for. @throws CouldNotLook */
  id(): Promise<string> {
    return (this.#id ??= this.#make());
  }

  async #make(): Promise<string> {
    // From here on the pool is no longer as the learner left it: read first what the setting checks will look at.
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
