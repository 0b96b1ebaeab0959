import { InvalidArgumentError, type Command } from 'commander';
import { labOption } from '../lab/lab-option';
import { defaultAccountId, defaultHost, defaultPort } from '../../simulator/server/defaults';
import type { SandboxFlags } from './run-sandbox';

/** Adds `cognito-lab sandbox` to the program. */
export function declareSandbox(program: Command): void {
  program
    .command('sandbox')
    .description('Runs a simulated Cognito on a local port, with a practice console for a browser')
    .addOption(labOption())
    .option('--port <number>', 'Listen on this port; 0 picks a free one', toPort, defaultPort)
    .option('--host <address>', 'Listen on this address', defaultHost)
    .option('--state <file>', 'Keep all data except the outbox in this file, across restarts')
    .option('--account <id>', 'Use this AWS account id, 12 digits', toAccount, defaultAccountId)
    .option('--quotas', "Enforce AWS's request rate quotas", false)
    .option('--verbose', 'Print every call on standard error', false)
    .action(async (flags: SandboxFlags) => {
      const { sandbox } = require('./run-sandbox') as typeof import('./run-sandbox');
      await sandbox(flags);
    });
}

function toPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535)
    throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  return port;
}

function toAccount(text: string): string {
  if (!/^\d{12}$/.test(text)) throw new InvalidArgumentError('An AWS account id has exactly 12 digits.');
  return text;
}
