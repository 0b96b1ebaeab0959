import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { operationOf, type Sendable } from '../aws/middleware/call-log';
import type { TargetDescription } from '../lab/result/result';
import { unknownPool } from './submission/submission';
import type { CompletedLab, Target } from './target';

/** The operations that read. */
const reading = /^(Describe|Get|List)/;

/**
 * A pool that exists already, on an endpoint or in a snapshot. Nothing is ever written to it: whatever the checks
 * might come to ask for, the client itself refuses every operation that does not read.
 */
export class ExistingPool implements Target {
  readonly readOnly = 'The pool is only read: nobody signs up or signs in, so behaviour is not tried.';

  constructor(
    readonly client: CognitoIdentityProviderClient,
    private readonly description: TargetDescription & { userPoolId: string },
    readonly place: Target['place'],
  ) {
    const sendable = client as unknown as Sendable;
    const send = sendable.send.bind(client);
    sendable.send = async (command, ...rest) => {
      if (reading.test(operationOf(command))) return send(command, ...rest);
      throw new Error(`${operationOf(command)} was about to be sent to a pool that is only read.`);
    };
  }

  describe(): TargetDescription {
    const { userPoolId, ...rest } = this.description;
    return userPoolId === unknownPool ? rest : this.description;
  }

  complete(): Promise<CompletedLab> {
    return Promise.resolve({ userPoolId: this.description.userPoolId });
  }

  async close(): Promise<void> {
    // Nothing was made.
  }
}
