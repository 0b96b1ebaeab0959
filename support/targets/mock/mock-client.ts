import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
import { operationOf } from '../../aws/middleware/call-log';
import { CognitoError } from '../../simulator/cognito/errors';
import { SimulatedCognito } from '../../simulator/cognito/service';

/** The constructor of any command; the mock library wants to be told which one, and all are alike to it. */
type AnyCommand = typeof sdk.GetUserCommand;

/**
 * A client of the SDK with a simulated Cognito behind it instead of AWS: every simulated operation's Command is bound
 * to it, and any other is refused by name.
 *
 * The instance is mocked, not the class, so that other clients in the process stay what they are.
 */
export function simulatedClient(
  service: SimulatedCognito,
  { region, accountId }: { region: string; accountId: string },
): sdk.CognitoIdentityProviderClient {
  const client = new sdk.CognitoIdentityProviderClient({
    region,
    credentials: { accessKeyId: 'simulated', secretAccessKey: 'simulated' },
  });
  const answer = async (operation: string, input: unknown): Promise<never> => {
    const requestId = service.ids.uuid();
    try {
      const output = await service.call(operation, input, { region, accountId, requestId });
      return { ...output, $metadata: { httpStatusCode: 200, requestId } } as never;
    } catch (error) {
      throw error instanceof CognitoError ? sdkException(error, requestId) : error;
    }
  };

  const mock = mockClient(client);
  // Binding a Command costs the more the more are bound, so that each is bound when it is first sent. What the
  // service does not simulate it refuses by name; the mock library would answer `undefined`.
  mock.send.callsFake((command) => {
    const operation = operationOf(command);
    if (SimulatedCognito.simulates(operation))
      mock.on(command.constructor as AnyCommand).callsFake((input) => answer(operation, input));
    return answer(operation, command.input);
  });
  return client;
}

/** The exception class of the SDK, so that `name`, `$fault` and `instanceof` are as on AWS. */
function sdkException({ code, message, status }: CognitoError, requestId: string): Error {
  const $metadata = { httpStatusCode: status, requestId };
  const Exception = (sdk as unknown as Record<string, ExceptionClass | undefined>)[code];
  return Exception?.prototype instanceof sdk.CognitoIdentityProviderServiceException
    ? new Exception({ message, $metadata })
    : new sdk.CognitoIdentityProviderServiceException({
        name: code,
        message,
        $metadata,
        $fault: status < 500 ? 'client' : 'server',
      });
}

type ExceptionClass = new (options: { message: string; $metadata: object }) => Error;
