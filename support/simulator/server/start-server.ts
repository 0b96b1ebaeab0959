import { once } from 'node:events';
import type { Server } from 'node:http';
import { isIPv6, type AddressInfo } from 'node:net';
import type { SimulatedCognito } from '../cognito/service';
import type { Clock, Ids } from '../cognito/clock-and-ids';
import type { KeySource } from '../cognito/tokens/keys';
import type { CallLog } from './api';
import { defaultAccountId, defaultHost } from './defaults';
import { ObservedCognito } from './observed-cognito';
import type { PageHost, Pages } from './page-host';
import { portProblem } from './port-problem';
import { Quotas } from './quotas';
import { answer, explained } from './routes';
import { createHttpServer, defaultLimits, type ServerLimits } from './http-server';
import { keyPool } from './key-pool';
import { StateFile } from './state-file';

export interface ServerOptions {
  /** 0, the default, picks a free one. */
  port?: number;
  /** The address to listen on; 127.0.0.1 unless given. */
  host?: string;
  /** Twelve digits: the account of every caller whose access key is not twelve digits itself. */
  accountId?: string;
  /** Keeps everything but the outbox across restarts. */
  stateFile?: string;
  /** Enforces AWS's published request rates. */
  quotas?: boolean;
  clock?: Clock;
  ids?: Ids;
  /** Where pools get their signing keys; each makes its own unless given. */
  keys?: KeySource;
  limits?: Partial<ServerLimits>;
  /** Pages in front of the service; only the API answers unless given. */
  pages?: (host: PageHost) => Pages;
  /** Called after every API call. */
  onCall?: (call: CallLog) => void;
  /** Called with a line on a bug, or on a save that failed; by default it goes to standard error. */
  onWarning?: (line: string) => void;
}

export interface RunningServer {
  /** Without a slash at the end. */
  readonly url: string;
  readonly cognito: SimulatedCognito;
  /**
   * Stops listening, gives calls in progress a second to finish, and writes the state.
   *
   * @throws Problem where the state cannot be written
   */
  close(): Promise<void>;
}

/**
 * Starts the simulated Cognito on a port, in AWS's JSON 1.1 protocol.
 *
 * @throws Problem where the port or the state file cannot be had
 */
export async function startServer({
  port = 0,
  host = defaultHost,
  accountId = defaultAccountId,
  stateFile,
  quotas: limited = false,
  clock,
  ids,
  keys: keySource = keyPool(),
  limits,
  pages: openPages,
  onCall,
  onWarning = (line) => void process.stderr.write(`${line}\n`),
}: ServerOptions = {}): Promise<RunningServer> {
  const state = stateFile === undefined ? undefined : new StateFile(stateFile, ({ message }) => onWarning(message));
  const keys = async () => {
    // A pool makes its keys when its public document is read, too.
    state?.touch();
    return keySource();
  };
  const cognito = new ObservedCognito({ clock, ids, keys, store: state?.store });
  cognito.onChange(() => state?.touch());
  const quotas = limited ? new Quotas(cognito.clock) : undefined;
  const reset = (): void => {
    cognito.store.clear();
    cognito.outbox.clear();
    quotas?.clear();
    cognito.changed();
  };
  const onChange = (listener: () => void): (() => void) => cognito.onChange(listener);
  const pages = openPages?.({ cognito, accountId, reset, onChange });
  const options = {
    cognito,
    accountId,
    quotas,
    pages,
    reset,
    onChange,
    onCall: (call: CallLog) => onCall?.(call),
    onInternalError: (error: unknown, operation: string, requestId: string) => {
      onWarning(`A bug in ${operation}, request ${requestId}: ${inOneLine(error)}`);
    },
  };
  const server = createHttpServer(
    (request) => answer(request, options),
    { ...defaultLimits, ...limits },
    (reply, request) => explained(reply, request, options),
  );
  try {
    await listen(server, port, host);
  } catch (error) {
    state?.close();
    throw error;
  }
  return {
    url: urlOf(server),
    cognito,
    close: async () => {
      pages?.close();
      await stop(server);
      state?.close();
    },
  };
}

/** An error with its innermost frame: enough to report, and nothing of what was sent. */
function inOneLine(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const frame = error.stack?.split('\n').find((line) => line.startsWith('    at '));
  return `${error.name}: ${error.message}${frame ?? ''}`.replace(/\s+/g, ' ');
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  try {
    server.listen({ port, host });
    await once(server, 'listening');
  } catch (error) {
    throw await portProblem(error as NodeJS.ErrnoException, port, host);
  }
}

function urlOf(server: Server): string {
  const { address, port } = server.address() as AddressInfo;
  const here = address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address;
  return `http://${isIPv6(here) ? `[${here}]` : here}:${String(port)}`;
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const deadline = setTimeout(() => {
    server.closeAllConnections();
  }, 1000);
  await closed;
  clearTimeout(deadline);
}
