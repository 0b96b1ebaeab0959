import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
import { createAnsweredClient, type ClientOptions } from '../../aws/client';
import { CognitoError } from '../../simulator/cognito/errors';
import { SimulatedCognito } from '../../simulator/cognito/service';

/** The constructor of any command. The mock library requires one type and treats all alike. */
type AnyCommand = typeof sdk.GetUserCommand;

/**
 * An SDK client with a simulated Cognito instead of AWS. Calls pass through the same middlewares as with any client;
 * the innermost passes them to a client mocked by aws-sdk-client-mock.
 *
 * @param options which middlewares
 */
export function simulatedClient(
  service: SimulatedCognito,
  place: { region: string; accountId: string },
  options: Pick<ClientOptions, 'calls' | 'readOnly'> = {},
): sdk.CognitoIdentityProviderClient {
  const mocked = mockedClient(service, place);
  return createAnsweredClient((_, __, command) => mocked.send(command as never), {
    ...options,
    region: place.region,
  });
}

/**
 * Binds every simulated operation to the simulated service, which refuses unknown operations by name; the mock
 * library would return `undefined`. Mocks the instance, not the class, so that other clients are unaffected.
 */
function mockedClient(
  service: SimulatedCognito,
  { region, accountId }: { region: string; accountId: string },
): Pick<sdk.CognitoIdentityProviderClient, 'send'> {
  const client = new sdk.CognitoIdentityProviderClient({ region });
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
  // Each Command is bound on first use: the cost of binding grows with the number already bound.
  mock.send.callsFake((command) => {
    const operation = command.constructor.name.replace(/Command$/, '');
    if (SimulatedCognito.simulates(operation))
      mock.on(command.constructor as AnyCommand).callsFake((input) => answer(operation, input));
    return answer(operation, command.input);
  });
  return client;
}

/** The SDK's exception class, so that `name`, `$fault` and `instanceof` match AWS. */
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
