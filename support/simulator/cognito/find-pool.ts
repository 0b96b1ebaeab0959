import { resourceNotFound } from './errors';
import type { Service } from './handler';
import type { ClientRecord, PoolRecord } from './records';

type Reach = Pick<Service, 'store' | 'call'>;

/**
 * The pool of this id, as seen by the caller: AWS does not know a pool of another region or account.
 *
 * @throws CognitoError `ResourceNotFoundException`; the text is recorded from AWS 2026-09
 */
export function findPool({ store, call }: Reach, id: string): PoolRecord {
  const pool = store.pools.get(id);
  if (!pool || !isReachable(pool, call)) throw resourceNotFound(`User pool ${id} does not exist.`);
  return pool;
}

/**
 * The app client of this id, for the operations that name no pool, e.g. InitiateAuth.
 *
 * @throws CognitoError `ResourceNotFoundException`; the text is recorded from AWS 2026-09
 */
export function findClient({ store, call }: Reach, id: string): { client: ClientRecord; pool: PoolRecord } {
  const client = store.clients.get(id);
  const pool = client && store.pools.get(client.userPoolId);
  if (!client || !pool || !isReachable(pool, call)) throw clientNotFound(id);
  return { client, pool };
}

/**
 * The app client of this id in this pool. The pool is looked for first, as on AWS.
 *
 * @param refusal the text where there is no such client
 * @throws CognitoError `ResourceNotFoundException` for either
 */
export function findClientOfPool(
  reach: Reach,
  userPoolId: string,
  clientId: string,
  refusal = clientNotFound(clientId).message,
): { client: ClientRecord; pool: PoolRecord } {
  const pool = findPool(reach, userPoolId);
  const client = pool.clients.get(clientId);
  if (!client) throw resourceNotFound(refusal);
  return { client, pool };
}

/**
 * As {@link findClientOfPool}, in the words of an administrator's sign-in: a client of another pool is refused with both
 * ids (recorded from AWS 2026).
 */
export function findClientForSignIn(reach: Reach, userPoolId: string, clientId: string) {
  const isElsewhere = reach.store.clients.has(clientId);
  const refusal = `User pool client ${clientId} does not exist in user pool ${userPoolId}.`;
  return findClientOfPool(reach, userPoolId, clientId, isElsewhere ? refusal : undefined);
}

/** Whether the pool is of the region that is called, and of the caller's account. */
export const isReachable = ({ region, accountId }: PoolRecord, call: Reach['call']): boolean =>
  region === call.region && accountId === call.accountId;

const clientNotFound = (id: string) => resourceNotFound(`User pool client ${id} does not exist.`);
