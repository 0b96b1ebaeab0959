import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { allowedAccount } from '../aws/allowed-account';
import { placeOf, realClient, type Bounds, type Credentials } from '../aws/client';
import { explain } from '../aws/explain';
import { maskAccount } from '../common/text/mask';
import type { Plan } from '../lab/solution/plan';
import { Problem } from '../common/problem';
import { newRun } from './owned/run-tags';
import { ExistingPool } from './existing-pool';
import { keepWithinLimits, notice } from './provision-limits';
import { OwnedPool, type OwnedPoolOptions } from './owned/owned-pool';
import type { Target } from './target';

/**
 * The configured endpoint, with the harness playing the learner on it.
 *
 * @throws Problem where the endpoint is not on this machine and the account is not named in LAB_ALLOWED_ACCOUNTS
 */
export async function provision(plan: Plan, options: ProvisionOptions = {}): Promise<Target> {
  const { client, place, loopback } = await connect(options);
  const run = newRun();
  const account = loopback ? undefined : maskAccount(await allowedAccount(place.region));
  if (!loopback) keepWithinLimits(client);
  return new OwnedPool(client, plan, { kind: 'aws', ...place, ...(account && { account }) }, place, {
    ...options,
    run,
    ...(account && { notice: notice({ ...place, account }, run) }),
  });
}

export interface ProvisionOptions extends Pick<OwnedPoolOptions, 'looks' | 'backoff'> {
  bounds?: Bounds;
}

/**
 * A pool that exists on the configured endpoint, read-only.
 *
 * @param options where and as whom, instead of what AWS's own chain says
 * @throws Problem for an id that is none, or one of another region
 */
export async function attach(
  userPoolId: string,
  options: Pick<ConnectOptions, 'region' | 'credentials'> = {},
): Promise<Target> {
  checkId(userPoolId);
  const { client, place } = await connect({ ...options, checkRegion: (region) => checkRegion(userPoolId, region) });
  return new ExistingPool(client, { kind: 'aws', userPoolId, ...place }, place);
}

/** @throws Problem where the id says that the pool is elsewhere; an emulator's ids need not name a region */
function checkRegion(userPoolId: string, region: string): void {
  const [home = ''] = userPoolId.split('_');
  if (home === region || !/^[a-z]{2}(-[a-z]+)+-\d+$/.test(home)) return;
  throw new Problem(
    `The user pool ${userPoolId} is in ${home}, but the region in use is ${region}.`,
    `Set AWS_REGION=${home} and run the check again.`,
  );
}

/** @throws Problem for what cannot be a pool's id (AWS's published model: 1 to 55 characters of this form) */
function checkId(userPoolId: string): void {
  if (userPoolId.length <= 55 && /^[\w-]+_[0-9a-zA-Z]+$/.test(userPoolId)) return;
  throw new Problem(
    `${JSON.stringify(userPoolId)} is not the id of a user pool.`,
    'It reads like us-east-1_AbCdEf123: the region, an underscore, nine letters and digits. The console shows it as "User pool ID".',
  );
}

/** A client, and where its calls go. */
export interface Connection {
  client: CognitoIdentityProviderClient;
  place: Target['place'] & { region: string };
  /** Whether that is on this machine, where nobody else's account can be. */
  loopback: boolean;
}

interface ConnectOptions {
  /** Instead of the one that AWS's own chain finds. */
  region?: string;
  credentials?: Credentials;
  /** Refuses a region before anything else is asked for. */
  checkRegion?: (region: string) => void;
  bounds?: Bounds;
}

/** @throws CouldNotLook where the region, the endpoint or the credentials are missing */
export async function connect({ checkRegion, ...options }: ConnectOptions = {}): Promise<Connection> {
  const client = realClient(options);
  try {
    const region = await client.config.region();
    checkRegion?.(region);
    const { loopback, ...place } = await placeOf(client, region);
    return { client, place, loopback };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw explain(error, { operation: 'the connection' });
  }
}
