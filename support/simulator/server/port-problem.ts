import { isIPv6 } from 'node:net';
import { Problem } from '../../common/problem';
import { adminPrefix } from './admin';

/** Milliseconds in which a server on the port has to answer. */
const patience = 1000;

/** Why a port cannot be had: a sandbox of our own holds it, another program does, or it is not to be had at all. */
export async function portProblem(error: NodeJS.ErrnoException, port: number, host: string): Promise<Problem> {
  const { code, message } = error;
  if (code !== 'EADDRINUSE')
    return new Problem(
      `The sandbox cannot listen on ${host}, port ${String(port)}: ${message}.`,
      'Name an address of this machine with --host, and with --port a port that you may use.',
      { cause: error },
    );
  const here = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  const url = `http://${isIPv6(here) ? `[${here}]` : here}:${String(port)}`;
  const pools = await poolsOfSandbox(url);
  return pools === undefined
    ? new Problem(
        `Port ${String(port)} of ${host} is in use by another program.`,
        'Stop that one, name another port with --port, or --port 0 for a free one.',
        { cause: error },
      )
    : new Problem(
        `A sandbox of cognito-lab runs there already: ${url}/ (user pools in it: ${String(pools)}).`,
        'Use that one, stop it with Ctrl-C in its terminal, or name another port with --port, --port 0 for a free one.',
        { cause: error },
      );
}

/** How many user pools the sandbox has that listens there; undefined where none does. */
export async function poolsOfSandbox(url: string): Promise<number | undefined> {
  try {
    const answer = await fetch(`${url}${adminPrefix}health`, {
      signal: AbortSignal.timeout(patience),
      redirect: 'error',
    });
    if (!answer.headers.get('content-type')?.includes('json')) return undefined;
    const { program, pools } = (await answer.json()) as { program?: unknown; pools?: unknown };
    return program === 'cognito-lab' && typeof pools === 'number' ? pools : undefined;
  } catch {
    return undefined;
  }
}
