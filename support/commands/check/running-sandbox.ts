import { defaultHost, defaultPort } from '../../simulator/server/defaults';
import { poolsOfSandbox } from '../../simulator/server/port-problem';
import { count } from '../../reports/render/wording';
import { exportLines } from '../sandbox/export-lines';

/**
 * The note for a terminal that was not told of the sandbox: one runs, and the pool was looked for on AWS. Asks nobody but
 * the sandbox's usual port on this machine.
 *
 * @returns undefined if none runs there
 */
export async function runningSandboxNote(url = `http://${defaultHost}:${defaultPort}`): Promise<string | undefined> {
  const pools = await poolsOfSandbox(url);
  return pools === undefined
    ? undefined
    : [
        `A sandbox runs on this machine, with ${count(pools, 'user pool')} (${url}). If the pool is in it, paste this, and check again:`,
        ...exportLines(url),
      ].join('\n');
}
