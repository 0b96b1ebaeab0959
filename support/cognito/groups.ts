import { createHash } from 'node:crypto';
import type { GroupRecord, PoolRecord } from './records';

/**
 * The pool's groups, or a user's, in the one order that the tokens and all lists share. On AWS it is none of name,
 * creation, joining or precedence (recorded 2026-09), and stays the same: here it is by a digest of the name.
 *
 * @param sub of the user whose groups are asked for
 */
export function groupsInOrder({ groups }: PoolRecord, sub?: string): GroupRecord[] {
  const asked = [...groups.values()].filter(({ members }) => sub === undefined || members.has(sub));
  return asked
    .map((group) => ({ group, place: placeOf(group) }))
    .sort((one, other) => (one.place < other.place ? -1 : 1))
    .map(({ group }) => group);
}

/** Where the group is in that order. */
export const placeOf = ({ GroupName }: GroupRecord): string => createHash('sha256').update(GroupName).digest('hex');
