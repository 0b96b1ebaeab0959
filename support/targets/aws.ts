import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { allowedAccount } from '../aws/allowed-account';
import { endpointOf, isLoopback, realClient } from '../aws/client';
import { explain } from '../aws/explain';
import { maskAccount } from '../aws/mask';
import type { Plan } from '../learner/plan';
import { Problem } from '../problem';
import { ExistingPool } from './existing';
import { OwnedPool } from './owned';
import type { Target } from './target';

/**
 * The configured endpoint, with the harness playing the learner on it.
 *
 * @throws Problem where the endpoint is not on this machine and the account is not named in LAB_ALLOWED_ACCOUNTS
 */
export async function provision(plan: Plan): Promise<Target> {
  const { client, place, loopback } = await connect();
  const account = loopback ? undefined : await allowedAccount(place.region);
  return new OwnedPool(
    client,
    plan,
    { kind: 'aws', region: place.region, ...(account && { account: maskAccount(account) }) },
    place,
  );
}

/**
 * A pool that exists on the configured endpoint, read-only.
 *
 * @throws Problem for an id that is none, or one of another region
 */
export async function attach(userPoolId: string): Promise<Target> {
  checkId(userPoolId);
  const { client, place } = await connect((region) => checkRegion(userPoolId, region));
  return new ExistingPool(client, { kind: 'aws', userPoolId, region: place.region }, place);
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

interface Connection {
  client: CognitoIdentityProviderClient;
  place: Target['place'] & { region: string };
  loopback: boolean;
}

/**
 * @param checkRegion refuses a region before anything else is asked for
 * @throws CouldNotLook where the region, the endpoint or the credentials are missing
 */
async function connect(checkRegion: (region: string) => void = () => undefined): Promise<Connection> {
  const client = realClient();
  try {
    const region = await client.config.region();
    checkRegion(region);
    const endpoint = await endpointOf(client);
    const ofAws = /\.amazonaws\.com(\.cn)?$|\.api\.aws$/.test(endpoint.hostname);
    return {
      client,
      place: { region, ...(!ofAws && { endpoint: endpoint.origin }) },
      loopback: isLoopback(endpoint),
    };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw explain(error, { operation: 'the connection' });
  }
}
