import { createHash } from 'node:crypto';
import type { GroupRecord, PoolRecord } from './records';

/**
 * The groups of a user, in the one order that the tokens and all lists share. On AWS it is none of name, creation,
 * joining or precedence (recorded 2026-09), and stays the same: here it is by a digest of the name.
 */
export function groupsOf({ groups }: PoolRecord, sub: string): GroupRecord[] {
  const places = new Map(
    [...groups.values()].filter(({ members }) => members.has(sub)).map((group) => [placeOf(group), group]),
  );
  return [...places.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group);
}

/** Where the group is in that order. */
export const placeOf = ({ GroupName }: GroupRecord): string => createHash('sha256').update(GroupName).digest('hex');
