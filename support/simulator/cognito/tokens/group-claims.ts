import { groupsOf } from '../groups';
import type { GroupRecord, PoolRecord, UserRecord } from '../records';
import type { Claims } from './jwt';

/**
 * `cognito:groups`, `cognito:roles` and `cognito:preferred_role`, each only where there is something to say. All
 * rules recorded from AWS 2026-09.
 */
export function groupClaims(pool: PoolRecord, user: UserRecord): Claims {
  const groups = groupsOf(pool, user.sub);
  if (groups.length === 0) return {};
  const roles = new Set(groups.flatMap(({ RoleArn }) => RoleArn ?? []));
  const preferred = preferredRole(groups);
  return {
    'cognito:groups': groups.map(({ GroupName }) => GroupName),
    ...(roles.size > 0 && { 'cognito:roles': [...roles] }),
    ...(preferred && { 'cognito:preferred_role': preferred }),
  };
}

/** The role of the lowest precedence among the groups that have both; none where a tie would have to be decided. */
function preferredRole(groups: GroupRecord[]): string | undefined {
  const ranked = groups.filter(({ Precedence, RoleArn }) => Precedence !== undefined && RoleArn);
  const best = Math.min(...ranked.map(({ Precedence = 0 }) => Precedence));
  const roles = new Set(ranked.flatMap(({ Precedence, RoleArn = '' }) => (Precedence === best ? RoleArn : [])));
  return roles.size === 1 ? [...roles][0] : undefined;
}
