import { getDotPath, type BaseIssue } from 'valibot';
import { oneLine } from '../text/plain-text';
import { shorten } from '../text/shorten';

/**
 * Describes a value's first schema violation: `at Users.0.Name: Invalid type …`. Valibot quotes the value, and the
 * path contains untrusted names: both are shortened.
 */
export function schemaFault(
  [issue]: readonly [BaseIssue<unknown>, ...BaseIssue<unknown>[]],
  message = issue.message,
): string {
  const path = getDotPath(issue);
  return `${path ? `at ${shorten(oneLine(path), 100)}: ` : ''}${shorten(oneLine(message), 200)}`;
}
