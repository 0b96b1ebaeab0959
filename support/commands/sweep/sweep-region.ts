import type { CognitoIdentityProviderClient, UserPoolType } from '@aws-sdk/client-cognito-identity-provider';
import { explain } from '../../aws/explain';
import type { Place } from '../../targets/target';
import { describePool, listPools } from '../../targets/owned/find-pools';
import { runOf, tagContradiction, type OwnRun } from '../../targets/owned/run-tags';
import { removePool } from '../../targets/owned/remove-pool';
import type { RegionSweep, SweptPool } from './sweep-result';
import { selectRun, type Selection } from './selection';

export interface SweepOptions extends Selection {
  /** Whether to remove the pools. */
  apply?: boolean;
  now?: Date;
  /** See {@link retryThrottled}. */
  backoff?: readonly number[];
}

/**
 * Finds pools with our tags in a region, and removes those that it may. The tags are read again immediately before
 * each removal; a pool without them is never written to.
 */
export async function sweepRegion(
  client: CognitoIdentityProviderClient,
  place: Place & { region: string },
  options: SweepOptions,
): Promise<RegionSweep> {
  const swept: RegionSweep = { region: place.region, pools: [], problems: [] };
  /** @returns whether no other pool can be read either */
  const cannot = (error: unknown, operation: string, userPoolId?: string): boolean => {
    const { message, remedy, affectsAllChecks } = explain(error, { operation, userPoolId, ...place });
    swept.problems.push({ message: userPoolId ? `${userPoolId}: ${message}` : message, remedy });
    return affectsAllChecks;
  };
  let ids: (string | undefined)[];
  try {
    ids = (await listPools(client, options.backoff)).map(({ Id }) => Id);
  } catch (error) {
    cannot(error, 'ListUserPools');
    return swept;
  }
  for (const id of ids) {
    if (id === undefined) continue;
    try {
      const pool = await describePool(client, id, options.backoff);
      const run = runOf(pool?.UserPoolTags);
      if (pool && run) swept.pools.push(...(await sweepPool(client, pool, run, place, options)));
    } catch (error) {
      if (cannot(error, 'DescribeUserPool', id)) break;
    }
  }
  return swept;
}

/** @returns the pool, if the sweep selects it */
async function sweepPool(
  client: CognitoIdentityProviderClient,
  pool: UserPoolType,
  run: OwnRun,
  place: Place,
  { apply = false, now = new Date(), backoff, ...selection }: SweepOptions,
): Promise<SweptPool[]> {
  const verdict = selectRun(run, selection, now);
  if (verdict === 'other') return [];
  const doubt = tagContradiction(pool, run);
  const userPoolId = pool.Id ?? '';
  const swept: SweptPool = {
    userPoolId,
    name: pool.Name ?? '',
    runId: run.runId,
    tool: run.tool,
    created: run.created.toISOString(),
    expires: run.expires.toISOString(),
    ...((pool.Domain ?? pool.CustomDomain) && { domain: pool.Domain ?? pool.CustomDomain }),
    deletionProtection: pool.DeletionProtection === 'ACTIVE',
    state: doubt !== undefined ? 'in doubt' : verdict === 'due' ? 'found' : 'in use',
    ...(doubt !== undefined && { reason: doubt }),
  };
  if (!apply || swept.state !== 'found') return [swept];
  try {
    await removePool(client, pool, backoff);
    return [{ ...swept, state: 'removed' }];
  } catch (error) {
    const { message, remedy } = explain(error, { operation: 'DeleteUserPool', userPoolId, ...place });
    return [{ ...swept, state: 'left', reason: `${message} ${remedy ?? ''}`.trim() }];
  }
}
