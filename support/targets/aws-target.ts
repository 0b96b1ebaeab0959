import { allowedAccount } from '../aws/allowed-account';
import { attachPool, type AttachOptions } from '../aws/attach-pool';
import type { Bounds } from '../aws/client';
import { connect } from '../aws/connect';
import { mostUsers } from '../aws/middleware/provision-limits';
import { maskAccount } from '../common/text/mask';
import type { Plan } from '../lab/solution/plan';
import { ExistingPool } from './existing-pool';
import { OwnedPool, type OwnedPoolOptions } from './owned/owned-pool';
import { newRun, sweepLine, type OwnRun } from './owned/run-tags';
import type { Target } from './target';

/**
 * The configured endpoint, on which the program plays the model solution.
 *
 * @throws Problem if the endpoint is not on this machine and the account is not in LAB_ALLOWED_ACCOUNTS
 */
export async function provision(plan: Plan, options: ProvisionOptions = {}): Promise<Target> {
  const { bounds, unknownMembers, ...owned } = options;
  const connection = await connect({ bounds, unknownMembers, limitProvisioning: true });
  const { place, endpoint, loopback } = connection;
  const run = newRun();
  const account = loopback ? undefined : maskAccount(await allowedAccount({ ...place, endpoint }));
  return new OwnedPool(
    connection,
    plan,
    { kind: 'aws', ...place, ...(account && { account }) },
    {
      ...owned,
      run,
      ...(account && { notice: notice({ ...place, account }, run) }),
    },
  );
}

export interface ProvisionOptions extends Pick<OwnedPoolOptions, 'searchDelays' | 'backoff'> {
  bounds?: Bounds;
  /** Keeps members of answers that the SDK does not know. */
  unknownMembers?: boolean;
}

/**
 * An existing pool on the configured endpoint, read-only.
 *
 * @throws Problem and CouldNotLook as {@link attachPool}
 */
export async function attach(given: string, options: Omit<AttachOptions, 'signal'> = {}): Promise<Target> {
  const stop = new AbortController();
  const { client, calls, place, userPoolId, note } = await attachPool(given, { ...options, signal: stop.signal });
  return new ExistingPool(
    { client, calls, place, ...(note && { notice: note }), stop: () => stop.abort() },
    { kind: 'aws', userPoolId, ...place },
  );
}

/** What will be done to a real account, and its approximate cost. */
function notice(
  { region, account, endpoint }: { region: string; account: string; endpoint?: string },
  run: OwnRun,
): string {
  return [
    `This creates one user pool in the AWS account ${account}, ${region}${endpoint ? ` (${endpoint})` : ''}, tries to sign up and to sign in, and removes the pool again.`,
    `It makes at most ${mostUsers} users and sends at most ${mostUsers} emails, all to the mailbox simulator of Amazon SES. An account can send 50 emails a day with Cognito.`,
    'Cost: nothing within the 10,000 monthly active users that are free, otherwise about 0.015 USD a user, 0.15 USD in all.',
    `If it is killed, this removes what it left: ${sweepLine(region, run)}`,
  ].join('\n');
}
