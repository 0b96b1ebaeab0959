import { absent } from '../absent';

/**
 * A member that AWS always answers with.
 *
 * @throws CouldNotLook where it is missing: what was not read is no verdict
 */
export function present<T>(value: T | null | undefined, operation: string, member: string): T {
  if (value === undefined || value === null) throw absent(operation, member);
  return value;
}
