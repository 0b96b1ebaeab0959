import { getDotPath, type BaseIssue } from 'valibot';
import { oneLine } from '../text/plain-text';
import { shorten } from '../text/shorten';

/**
 * What is wrong with a value, by the first issue that valibot has with it: `at Users.0.Name: Invalid type …`.
 * Valibot quotes what it received, and a path is made of names by others: both are cut.
 */
export function schemaFault(
  [issue]: readonly [BaseIssue<unknown>, ...BaseIssue<unknown>[]],
  message = issue.message,
): string {
  const path = getDotPath(issue);
  return `${path ? `at ${shorten(oneLine(path), 100)}: ` : ''}${shorten(oneLine(message), 200)}`;
}
