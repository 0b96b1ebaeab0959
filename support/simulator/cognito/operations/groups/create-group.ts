import type { CreateGroupCommandInput, CreateGroupResponse } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoError } from '../../errors';
import type { Handler } from '../../handler';
import { findPool } from '../../find-pool';
import { withoutUndefined } from '../../without-undefined';
import type { GroupRecord } from '../../records';
import { checkRole } from '../user-pools/check-settings';
import { groupOf } from './find-group';

/** Groups of a pool; AWS's default quota. */
const maximumGroups = 10_000;

export const createGroup: Handler<CreateGroupCommandInput, CreateGroupResponse> = (input, service) => {
  const pool = findPool(service, input.UserPoolId);
  const { GroupName, Description, RoleArn, Precedence } = input;
  checkRole(RoleArn, pool.accountId);
  // Known from reports of deployments.
  if (pool.groups.has(GroupName))
    throw new CognitoError('GroupExistsException', 'A group with the name already exists.');
  // Unverified against AWS.
  if (pool.groups.size >= maximumGroups)
    throw new CognitoError('LimitExceededException', 'Exceeded the limit of groups for a user pool.');
  const now = service.clock();
  const group: GroupRecord = withoutUndefined({
    GroupName,
    Description,
    RoleArn,
    Precedence,
    createdAt: now,
    modifiedAt: now,
    members: new Set<string>(),
  });
  pool.groups.set(GroupName, group);
  return { Group: groupOf(pool, group) };
};
