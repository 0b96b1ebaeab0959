import { invalidParameter } from '../../errors';

/** Tags of one resource. */
const maximumTags = 50;

/**
 * @throws CognitoError for too many tags, or AWS's own prefix. Documented rules; the texts are unverified
 * against AWS.
 */
export function checkTags(tags: Record<string, string> = {}, before: Record<string, string> = {}): void {
  if (Object.keys(tags).some((key) => key.toLowerCase().startsWith('aws:')))
    throw invalidParameter('aws: prefixed tag key names are not allowed for external use.');
  if (Object.keys({ ...before, ...tags }).length > maximumTags)
    throw invalidParameter(`A resource can have at most ${maximumTags} tags.`);
}
