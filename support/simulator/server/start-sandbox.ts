import { once } from 'node:events';
import type { Server } from 'node:http';
import { isIPv6, type AddressInfo } from 'node:net';
import { SimulatedCognito } from '../cognito/service';
import type { Clock, Ids } from '../cognito/sources';
import type { KeySource } from '../cognito/tokens/keys';
import { Problem } from '../../common/problem';
import type { CallLog } from './api';
import { defaultAccountId, defaultHost } from './defaults';
import { Quotas } from './quotas';
import { answer } from './routes';
import { createSandboxServer, defaultLimits, type ServerLimits } from './server';
import { spareKeys } from './spare-keys';
import { StateFile } from './state-file';

export interface SandboxOptions {
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
  /** Hears of every call. */
  onCall?: (call: CallLog) => void;
  /** Hears, in a line, of a bug or of a save that failed; standard error unless given. */
  onTrouble?: (line: string) => void;
}

export interface Sandbox {
  /** Without a slash at the end. */
  readonly url: string;
  readonly cognito: SimulatedCognito;
  /**
   * Stops listening, lets the calls that are under way finish for a second, and writes the state.
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
export async function startSandbox({
  port = 0,
  host = defaultHost,
  accountId = defaultAccountId,
  stateFile,
  quotas: limited = false,
  clock,
  ids,
  keys = spareKeys(),
  limits,
  onCall,
  onTrouble = (line) => void process.stderr.write(`${line}\n`),
}: SandboxOptions = {}): Promise<Sandbox> {
  const state = stateFile === undefined ? undefined : new StateFile(stateFile, ({ message }) => onTrouble(message));
  const cognito = new SimulatedCognito({ clock, ids, keys, store: state?.store });
  const quotas = limited ? new Quotas(cognito.clock) : undefined;
  const options = {
    cognito,
    accountId,
    quotas,
    onCall: (call: CallLog) => {
      if (!isRead(call.operation)) state?.touch();
      onCall?.(call);
    },
    onBug: (error: unknown, operation: string, requestId: string) => {
      onTrouble(`A bug in ${operation}, request ${requestId}: ${inOneLine(error)}`);
    },
    reset: () => {
      cognito.store.clear();
      cognito.outbox.clear();
      quotas?.clear();
      state?.touch();
    },
  };
  const server = createSandboxServer((request) => answer(request, options), { ...defaultLimits, ...limits });
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
      await stop(server);
      state?.close();
    },
  };
}

/** What changes nothing need not be saved; the one operation of such a name that sends a code is excepted. */
const isRead = (operation: string): boolean =>
  /^(Admin)?(Describe|Get|List)/.test(operation) && operation !== 'GetUserAttributeVerificationCode';

/** Where it went wrong, with the innermost frame: enough to report, and nothing of what was sent. */
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
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new Problem(
        `Port ${String(port)} of ${host} is in use by another program.`,
        'Stop that one, name another port with --port, or --port 0 for a free one.',
        { cause: error },
      );
    throw new Problem(
      `The sandbox cannot listen on ${host}, port ${String(port)}: ${message}.`,
      'Name an address of this machine with --host, and with --port a port that you may use.',
      { cause: error },
    );
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
  const impatience = setTimeout(() => {
    server.closeAllConnections();
  }, 1000);
  await closed;
  clearTimeout(impatience);
}
