import { InvalidArgumentError, type Command } from 'commander';
import { announcement } from '../../sandbox/announcement';
import type { CallLog } from '../../sandbox/api';
import { defaultAccountId, startSandbox } from '../../sandbox/sandbox';

interface SandboxFlags {
  port: number;
  host: string;
  state?: string;
  account: string;
  quotas: boolean;
  verbose: boolean;
}

/** Near no port that the other emulators, or Node's own inspector, are known by. */
const defaultPort = 5229;

/** Adds `cognito-lab sandbox` to the program. */
export function addSandbox(program: Command): void {
  program
    .command('sandbox')
    .description('the simulated Cognito on a loopback port, for the AWS CLI or any SDK')
    .option('--port <number>', 'the port to listen on; 0 picks a free one', toPort, defaultPort)
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--state <file>', 'keep everything but the outbox in this file, across restarts')
    .option('--account <id>', 'the AWS account id, twelve digits', toAccountId, defaultAccountId)
    .option('--quotas', "enforce AWS's request rate quotas", false)
    .option('--verbose', 'report every call on standard error', false)
    .action(runSandbox);
}

async function runSandbox({ port, host, state, account, quotas, verbose }: SandboxFlags): Promise<void> {
  // Before anything starts: a signal that comes early must find someone who stops the sandbox in order.
  const stopSignal = firstSignal();
  const sandbox = await startSandbox({
    port,
    host,
    accountId: account,
    stateFile: state,
    quotas,
    onCall: verbose ? report : undefined,
  });
  process.stdout.write(announcement({ url: sandbox.url, host, accountId: account, stateFile: state, quotas }));
  await stopSignal;
  await sandbox.close();
}

const firstSignal = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });

function report({ operation, region, code = 'ok', requestId }: CallLog): void {
  process.stderr.write(`${new Date().toISOString()} ${operation} ${region} ${code} ${requestId}\n`);
}

function toPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535)
    throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  return port;
}

function toAccountId(text: string): string {
  if (!/^\d{12}$/.test(text)) throw new InvalidArgumentError('An AWS account id has exactly 12 digits.');
  return text;
}
