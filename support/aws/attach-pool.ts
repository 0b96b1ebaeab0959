import { isUserPoolId, regionOfPoolId } from '../common/aws-names';
import { Problem } from '../common/problem';
import { quote } from '../common/text/shorten';
import { assumeRole, type purposes } from './assume-role';
import type { Credentials } from './client';
import { connect, type Connection } from './connect';
import type { Call } from './middleware/call-log';
import type { ClientOptions } from './client';
import type { Quota } from './middleware/rate-limit';

export interface AttachOptions extends Pick<ClientOptions, 'bounds' | 'signal' | 'unknownMembers'> {
  /** Overrides the region in the pool id and the region of AWS's own configuration. */
  region?: string;
  /** A role to assume for reading. */
  role?: { roleArn: string; externalId?: string; purpose: keyof typeof purposes };
  /** Stays below the quotas of the account that is read. */
  quota?: Omit<Quota, 'owner'>;
}

/** A pool that is opened read-only. */
export interface AttachedPool extends Connection {
  userPoolId: string;
  /** For an assumed role: the account as STS reports it, and the calls that were made for it. */
  assumed?: { account: string; calls: Call[] };
  /** How the pool was found, for the user. */
  note?: string;
}

/**
 * Opens an existing pool, read-only: the client refuses every operation that writes.
 *
 * @throws Problem if the id is invalid, or the given region differs from the one in the id
 * @throws CouldNotLook if there is no region or no credentials, or the role cannot be assumed
 */
export async function attachPool(given: string, options: AttachOptions = {}): Promise<AttachedPool> {
  const userPoolId = poolIdOf(given);
  const { role, quota, region, ...rest } = options;
  const home = regionOfPoolId(userPoolId);
  if (region !== undefined && home !== undefined && region !== home)
    throw new Problem(
      `The user pool ${userPoolId} is in ${home}, but the region that is given for it is ${region}.`,
      'Correct the region, or leave it out: the id names it.',
    );
  let note: string | undefined;
  const chooseRegion = (configured: string | undefined): string | undefined => {
    if (home !== undefined && configured !== undefined && configured !== home)
      note = `The user pool ${userPoolId} is in ${home}, and is read there; the region that is configured is ${configured}.`;
    return home ?? configured;
  };
  let assumed: AttachedPool['assumed'];
  let credentials: Credentials | undefined;
  if (role) {
    const at = region ?? home;
    if (at === undefined)
      throw new Problem(
        `No region is given for the user pool ${userPoolId}, and its id names none.`,
        'Add the region.',
      );
    ({ credentials, ...assumed } = await assumeRole({ ...role, region: at }, role.purpose, options.signal));
  }
  const connection = await connect({
    ...rest,
    region,
    credentials,
    readOnly: true,
    quota: quota && { ...quota, owner: { account: assumed?.account ?? 'own', region: region ?? home ?? '' } },
    chooseRegion,
  });
  return { ...connection, userPoolId, assumed, note };
}

/**
 * Parses a pasted user pool id: strips surrounding white space and quotation marks.
 *
 * @throws Problem if it cannot be a user pool id
 */
export function poolIdOf(given: string): string {
  const id = given
    .trim()
    .replace(/^["'`]+|(?<!["'`,;])["'`,;]+$/g, '')
    .trim();
  if (isUserPoolId(id)) return id;
  throw new Problem(
    `${quote(given)} is not the id of a user pool.`,
    'It reads like us-east-1_AbCdEf123: the region, an underscore, nine letters and digits. The console shows it as "User pool ID".',
  );
}
