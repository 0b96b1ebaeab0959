import { isIP } from 'node:net';
import { exportLines } from './export-lines';

export interface AnnouncementOptions {
  url: string;
  /** The given value, or the default. */
  host: string;
  accountId: string;
  stateFile: string | undefined;
  quotas: boolean;
}

/** The text printed at start-up: the practice console's address, and the lines to paste for other programs. */
export function announcement({ url, host, accountId, stateFile, quotas }: AnnouncementOptions): string {
  return [
    `Do the lab in a browser: ${url}/`,
    '',
    `The sandbox listens on ${url} (account ${accountId}). Ctrl-C stops it.`,
    ...(isLoopback(host)
      ? []
      : [`It listens on ${host}, not on this machine alone: whoever reaches it can read and change everything in it.`]),
    ...(stateFile === undefined
      ? ['Nothing is kept when it stops.']
      : [`Everything but the outbox is kept in ${stateFile}.`]),
    ...(quotas ? ["AWS's request rate quotas are enforced."] : []),
    '',
    'For the AWS CLI and the SDKs, paste in another terminal:',
    ...exportLines(url),
    '',
    `Codes and temporary passwords that it delivers: ${url}/mailbox`,
    '',
  ].join('\n');
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
