import { Problem } from '../common/problem';
import { defaultAccountId } from '../simulator/server/defaults';
import { startServer as start } from '../simulator/server/start-server';

export interface SandboxOptions {
  /** The port to listen on, on 127.0.0.1 (default: a free port). */
  port?: number;
  /** The AWS account id of the pools, 12 digits. */
  account?: string;
}

export interface Sandbox {
  /** The endpoint: `endpoint` of an SDK client, or AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER for the AWS CLI. */
  url: string;
  /** Stops the server and discards all data. */
  close(): Promise<void>;
}

/**
 * Starts an empty simulated Cognito in this process, for tests. It accepts any caller that can reach the port. Bugs
 * in it are emitted as process warnings.
 *
 * @throws Problem if the port is in use, or the account id is invalid
 */
export async function startSandbox({ port = 0, account = defaultAccountId }: SandboxOptions = {}): Promise<Sandbox> {
  if (!/^\d{12}$/.test(account))
    throw new Problem('The account id is not 12 digits.', 'Write one like that of the examples of AWS: 123456789012.');
  const onWarning = (line: string): void => process.emitWarning(line, 'cognito-lab');
  const sandbox = await start({ port, accountId: account, onWarning });
  return { url: sandbox.url, close: () => sandbox.close() };
}
