import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
import { createAnsweredClient, type ClientOptions } from '../../aws/client';
import { CognitoError } from '../../simulator/cognito/errors';
import { SimulatedCognito } from '../../simulator/cognito/service';

/** The constructor of any command; the mock library wants to be told which one, and all are alike to it. */
type AnyCommand = typeof sdk.GetUserCommand;

/**
 * A client of the SDK with a simulated Cognito behind it instead of AWS. Its calls go through the same layers as any
 * client's; the innermost hands them to a client that aws-sdk-client-mock mocks, which takes the network's place.
 *
 * @param options which of the layers
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
 * Every simulated operation's Command is bound to the simulated service, which refuses any other by name; the mock
 * library would answer `undefined`. The instance is mocked, not the class, so that other clients stay what they are.
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
  // Binding a Command costs the more the more are bound, so that each is bound when it is first sent.
  mock.send.callsFake((command) => {
    const operation = command.constructor.name.replace(/Command$/, '');
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
