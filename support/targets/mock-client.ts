import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
import { CognitoError } from '../cognito/errors';
import type { SimulatedCognito } from '../cognito/service';

/** The constructor of any command; the mock library wants to be told which one, and all are alike to it. */
type AnyCommand = typeof sdk.GetUserCommand;

/** Every operation that the SDK has, by AWS's name. */
const commands = Object.entries(sdk).filter(([name]) => name.endsWith('Command')) as [string, AnyCommand][];

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
  return answerWith(client, async (operation, input) => {
    const requestId = service.ids.uuid();
    try {
      const output = await service.call(operation, input, { region, accountId, requestId });
      return { ...output, $metadata: { httpStatusCode: 200, requestId } };
    } catch (error) {
      throw error instanceof CognitoError ? sdkException(error, requestId) : error;
    }
  });
}

/**
 * Puts `answer` behind every operation of a client instance. A command that is no operation's is refused; that is
 * registered first, because the mock library lets the last registration win and would answer `undefined`.
 */
export function answerWith(
  client: sdk.CognitoIdentityProviderClient,
  answer: (operation: string, input: unknown) => Promise<object>,
): sdk.CognitoIdentityProviderClient {
  const mock = mockClient(client);
  mock.onAnyCommand().rejects(new Error('This is no operation of Cognito that the SDK knows.'));
  for (const [name, Command] of commands) {
    const operation = name.replace(/Command$/, '');
    mock.on(Command).callsFake(async (input) => answer(operation, input) as never);
  }
  return client;
}

/** The exception class of the SDK, so that `name`, `$fault` and `instanceof` are as on AWS. */
function sdkException({ code, message, status }: CognitoError, requestId: string): Error {
  const $metadata = { httpStatusCode: status, requestId };
  const Exception = (sdk as unknown as Record<string, ExceptionClass | undefined>)[code];
  return Exception?.prototype instanceof sdk.CognitoIdentityProviderServiceException
    ? new Exception({ message, $metadata })
    : new sdk.CognitoIdentityProviderServiceException({ name: code, message, $metadata, $fault: status < 500 ? 'client' : 'server' });
}

type ExceptionClass = new (options: { message: string; $metadata: object }) => Error;
