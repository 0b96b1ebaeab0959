import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateUserPoolCommand,
  type CognitoIdentityProviderClient,
  type CreateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { isOutcomeUnknown } from '../../aws/outcome-unknown';
import { describePool, listPools } from './find-pools';
import { runOf, tagsOf, type OwnRun } from './run-tags';

/** The pool of a run. */
export interface MadePool {
  userPoolId: string;
  /** Whether the endpoint stored the tags, so that a sweep can find the pool. Some emulators drop them. */
  tagged: boolean;
}

/** The delays before each search for a pool whose creation has no known outcome, in milliseconds. */
export const searchDelays: readonly number[] = [0, 1_000, 3_000];

/**
 * Creates the run's pool, tagged from the create call on. If the answer is lost, the pool is found by its tags, so
 * that there are never two.
 *
 * @throws the error of CreateUserPool, if no pool can be found
 */
export async function createPool(
  client: CognitoIdentityProviderClient,
  input: CreateUserPoolCommandInput,
  run: OwnRun,
  waits = searchDelays,
  signal?: AbortSignal,
): Promise<MadePool> {
  const UserPoolTags = { ...input.UserPoolTags, ...tagsOf(run) };
  try {
    const { UserPool } = await client.send(new CreateUserPoolCommand({ ...input, UserPoolTags }));
    if (!UserPool?.Id) throw new Error('CreateUserPool answered without an id.');
    return { userPoolId: UserPool.Id, tagged: runOf(UserPool.UserPoolTags)?.runId === run.runId };
  } catch (error) {
    // After an interrupt, the removal searches for it.
    if (!isOutcomeUnknown(error) || signal?.aborted) throw error;
    const found = await lookFor(client, input.PoolName, run, waits).catch(() => undefined);
    if (found === undefined) throw error;
    return { userPoolId: found, tagged: true };
  }
}

/** Repeats {@link findPool}, because a new pool may not be listed at once. */
async function lookFor(
  client: CognitoIdentityProviderClient,
  name: string | undefined,
  run: OwnRun,
  waits: readonly number[],
): Promise<string | undefined> {
  for (const wait of waits) {
    await sleep(wait);
    const found = await findPool(client, name, run);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The id of the run's pool, found by its tags. The name only avoids reading all other pools.
 *
 * @throws the error of the SDK
 */
export async function findPool(
  client: CognitoIdentityProviderClient,
  name: string | undefined,
  run: OwnRun,
): Promise<string | undefined> {
  for (const { Id, Name } of await listPools(client)) {
    if (Name !== name || Id === undefined) continue;
    const pool = await describePool(client, Id);
    if (runOf(pool?.UserPoolTags)?.runId === run.runId) return Id;
  }
  return undefined;
}
