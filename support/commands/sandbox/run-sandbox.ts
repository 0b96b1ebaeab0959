import { debugChannel } from '../../common/debug-channel';
import type { CallLog } from '../../simulator/server/api';
import { startServer } from '../../simulator/server/start-server';
import { announcement } from './announcement';
import { openLab } from '../../lab/lint/open-lab';
import { practicePages } from './practice-pages';
import { writeMessage, writeReport } from '../../terminal/output';

/** The options of `sandbox`, as parsed by Commander. */
export interface SandboxFlags {
  lab?: string;
  port: number;
  host: string;
  state?: string;
  account: string;
  quotas: boolean;
  verbose: boolean;
}

/** `cognito-lab sandbox`: runs until a signal stops it. */
export async function sandbox({ port, host, state, account, quotas, verbose, lab }: SandboxFlags): Promise<void> {
  // Install the handlers first, so that an early signal also stops the sandbox cleanly.
  const stopSignal = firstSignal();
  const practised = openLab(lab);
  const running = await startServer({
    port,
    host,
    accountId: account,
    stateFile: state,
    quotas,
    pages: practicePages(practised),
    onCall: verbose || debugChannel.hasSubscribers ? report : undefined,
    onWarning: (line) => writeMessage(`cognito-lab: ${line}`),
  });
  writeReport(announcement({ url: running.url, host, accountId: account, stateFile: state, quotas }));
  await stopSignal;
  await running.close();
}

const firstSignal = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });

/** Names and ids only: requests and responses contain passwords, codes and tokens. */
function report({ operation, region, code = 'ok', requestId }: CallLog): void {
  writeMessage(`${new Date().toISOString()} ${operation} ${region} ${code} ${requestId}`);
}
