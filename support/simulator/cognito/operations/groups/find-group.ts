import type { GroupType } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter, resourceNotFound } from '../../errors';
import type { Service } from '../../handler';
import { findPool } from '../../find-pool';
import { withoutUndefined } from '../../without-undefined';
import type { GroupRecord, PoolRecord } from '../../records';

/** @throws CognitoError `ResourceNotFoundException` for the pool or the group (recorded 2026-09) */
export function findGroup(
  service: Pick<Service, 'store' | 'call'>,
  userPoolId: string,
  name: string,
): { pool: PoolRecord; group: GroupRecord } {
  const pool = findPool(service, userPoolId);
  return { pool, group: groupOfPool(pool, name) };
}

export function groupOfPool(pool: PoolRecord, name: string): GroupRecord {
  const group = pool.groups.get(name);
  if (!group) throw resourceNotFound('Group not found.');
  return group;
}

export const groupOf = (pool: PoolRecord, group: GroupRecord): GroupType =>
  withoutUndefined({
    GroupName: group.GroupName,
    UserPoolId: pool.id,
    Description: group.Description,
    RoleArn: group.RoleArn,
    Precedence: group.Precedence,
    LastModifiedDate: new Date(group.modifiedAt),
    CreationDate: new Date(group.createdAt),
  });

/**
 * How many to list: the model lets 0 through, and the lists refuse it under another name (recorded 2026-09).
 *
 * @throws CognitoError `InvalidParameterException`
 */
export function limitOf(limit = 60): number {
  if (limit === 0)
    throw invalidParameter(
      "1 validation error detected: Value '0' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 1",
    );
  return limit;
}
