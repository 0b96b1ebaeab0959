import { Problem } from '../common/problem';
import { defaultAccountId } from '../simulator/server/defaults';
import { startSandbox as start } from '../simulator/server/start-sandbox';

export interface SandboxOptions {
  /** The port to listen on, on 127.0.0.1; a free one where it is left out. */
  port?: number;
  /** The AWS account id that the pools are in: twelve digits. */
  account?: string;
}

export interface Sandbox {
  /** Where it listens: the `endpoint` of an SDK's client, AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER for the AWS CLI. */
  url: string;
  /** Stops it. Nothing is kept. */
  close(): Promise<void>;
}

/**
 * Starts the simulated Cognito in this process, so that tests have a Cognito of their own in one line. It is empty, and
 * trusts whoever reaches the port on this machine. A bug in it is a warning of the process.
 *
 * @throws Problem for a port that is taken, and for an account that is none
 */
export async function startSandbox({ port = 0, account = defaultAccountId }: SandboxOptions = {}): Promise<Sandbox> {
  if (!/^\d{12}$/.test(account))
    throw new Problem('The account id is not 12 digits.', 'Write one like that of the examples of AWS: 123456789012.');
  const onWarning = (line: string): void => process.emitWarning(line, 'cognito-lab');
  const sandbox = await start({ port, accountId: account, onWarning });
  return { url: sandbox.url, close: () => sandbox.close() };
}
