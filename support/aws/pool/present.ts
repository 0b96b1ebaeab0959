import { absent } from '../absent';

/**
 * Requires a member that AWS always returns.
 *
 * @throws CouldNotLook if it is missing: a missing member is an error, never a failure
 */
export function present<T>(value: T | null | undefined, operation: string, member: string): T {
  if (value === undefined || value === null) throw absent(operation, member);
  return value;
}
