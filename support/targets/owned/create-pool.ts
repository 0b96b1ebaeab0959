import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateUserPoolCommand,
  type CognitoIdentityProviderClient,
  type CreateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { isOutcomeUnknown } from '../../aws/outcome-unknown';
import { describePool, listPools } from './find-pools';
import { runOf, tagsOf, type OwnRun } from './run-tags';

/** A pool of a run's own. */
export interface MadePool {
  userPoolId: string;
  /** Whether the endpoint has kept the tags, so that a sweep finds the pool. Some emulators drop them. */
  tagged: boolean;
}

/** How long to wait before each look for a pool that may have been made, in milliseconds. */
export const looks: readonly number[] = [0, 1_000, 3_000];

/**
 * Creates the run's pool, with its tags from this call on. Where the answer is lost, the pool that was made all the same
 * is found by them: there are never two.
 *
 * @throws what CreateUserPool came to, where there is no pool as far as can be seen
 */
export async function createPool(
  client: CognitoIdentityProviderClient,
  input: CreateUserPoolCommandInput,
  run: OwnRun,
  waits = looks,
): Promise<MadePool> {
  const UserPoolTags = { ...input.UserPoolTags, ...tagsOf(run) };
  try {
    const { UserPool } = await client.send(new CreateUserPoolCommand({ ...input, UserPoolTags }));
    if (!UserPool?.Id) throw new Error('CreateUserPool answered without an id.');
    return { userPoolId: UserPool.Id, tagged: runOf(UserPool.UserPoolTags)?.runId === run.runId };
  } catch (error) {
    if (!isOutcomeUnknown(error)) throw error;
    const found = await lookFor(client, input.PoolName, run, waits).catch(() => undefined);
    if (found === undefined) throw error;
    return { userPoolId: found, tagged: true };
  }
}

/** {@link findPool}, a few times: what was asked for may take a moment to be there. */
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
 * The id of the pool that a run made, by its tags; its name only spares looking at all the others.
 *
 * @throws whatever the SDK throws
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
