import type { Difference } from './drift-result';
import { isCollection, isGroup, isWithin, parsePath, pathText, type Path } from './setting-path';
import type { Part, Settings } from './comparable-settings';
import { isObject, type Json } from './normalize';

/** A difference between two states of a pool. */
export type FoundDifference = Pick<Difference, 'path' | 'kind' | 'expected' | 'actual' | 'note'>;

/**
 * Compares settings with the expected ones. Each difference is reported once, with the most specific path.
 *
 * @param unread paths that could not be read and are excluded
 */
export function compare(expected: Settings, actual: Settings, unread: readonly string[] = []): FoundDifference[] {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])] as Part[];
  const found = names
    .filter((part) => actual[part] !== undefined)
    .flatMap((part) => differences(expected[part], actual[part], [part]))
    .filter(({ path }) => !unread.includes(path));
  return found
    .filter((difference) => !isRepeated(difference, found))
    .map((difference) => withClient(difference, actual.UserPoolClients));
}

/** App clients are compared by id, and shown by name. */
function withClient(difference: FoundDifference, clients: Json | undefined): FoundDifference {
  const [part, id = '', member] = parsePath(difference.path);
  const client = part === 'UserPoolClients' && isObject(clients) ? clients[id] : undefined;
  if (member === undefined || member === 'ClientName' || !isObject(client) || client.ClientName === id)
    return difference;
  const note = `App client ${JSON.stringify(client.ClientName)}.`;
  return { ...difference, note: [note, difference.note].filter(Boolean).join(' ') };
}

const policies = 'UserPool.Policies.PasswordPolicy';
const template = 'UserPool.VerificationMessageTemplate';

/** A setting that AWS returns in two places: the redundant one, and the one that is reported. */
const repeated: [string, string][] = [
  ['UserPool.EmailVerificationMessage', `${template}.EmailMessage`],
  ['UserPool.EmailVerificationSubject', `${template}.EmailSubject`],
  ['UserPool.SmsVerificationMessage', `${template}.SmsMessage`],
  // AWS refuses different functions in the two places.
  ['UserPool.LambdaConfig.PreTokenGeneration', 'UserPool.LambdaConfig.PreTokenGenerationConfig.LambdaArn'],
  ['UserPool.AdminCreateUserConfig.UnusedAccountValidityDays', `${policies}.TemporaryPasswordValidityDays`],
  ['MfaConfig.MfaConfiguration', 'UserPool.MfaConfiguration'],
  ['MfaConfig.SmsMfaConfiguration.SmsConfiguration', 'UserPool.SmsConfiguration'],
  ['MfaConfig.SmsMfaConfiguration.SmsAuthenticationMessage', 'UserPool.SmsAuthenticationMessage'],
];

/** Only if both changed alike: a change in one place only is a difference. */
function isRepeated({ path, expected, actual }: FoundDifference, found: readonly FoundDifference[]): boolean {
  const [here, there] = repeated.find(([place]) => isWithin(path, place)) ?? [];
  if (here === undefined || there === undefined) return false;
  const other = [...parsePath(there), ...parsePath(path).slice(parsePath(here).length)];
  const text = JSON.stringify([expected, actual]);
  // The other place may have been added or removed with its parent object.
  return found.some((each) => {
    const at = parsePath(each.path);
    if (!at.every((name, index) => other[index] === name)) return false;
    const below = other.slice(at.length);
    return JSON.stringify([memberAt(each.expected, below), memberAt(each.actual, below)]) === text;
  });
}

const memberAt = (value: unknown, path: Path): unknown =>
  path.reduce((found, name) => (isObject(found) && Object.hasOwn(found, name) ? found[name] : undefined), value);

function differences(expected: Json | undefined, actual: Json | undefined, path: Path): FoundDifference[] {
  if (isObject(expected ?? {}) && isObject(actual ?? {}) && goesDeeper(expected, actual, path)) {
    const [before, after] = [(expected ?? {}) as Members, (actual ?? {}) as Members];
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return names.flatMap((name) => differences(before[name], after[name], [...path, name]));
  }
  const at = pathText(path);
  if (expected === undefined) return actual === undefined ? [] : [{ path: at, kind: 'added', actual }];
  if (actual === undefined) return [{ path: at, kind: 'removed', expected }];
  if (JSON.stringify(expected) === JSON.stringify(actual)) return [];
  const reordered = Array.isArray(expected) && Array.isArray(actual) && sameMembers(expected, actual);
  return [{ path: at, kind: 'changed', expected, actual, ...(reordered && { note: 'The same, in another order.' }) }];
}

type Members = Record<string, Json>;

/**
 * An added or removed item of a collection is one change, and so is an object with several settings. For an object
 * with one setting, that setting is reported.
 */
function goesDeeper(expected: Json | undefined, actual: Json | undefined, path: Path): boolean {
  if (path.length === 1 || (expected !== undefined && actual !== undefined)) return true;
  if (isGroup(path)) return Object.keys(expected ?? actual ?? {}).length > 0;
  if (isCollection(path.slice(0, -1))) return false;
  return Object.keys(expected ?? actual ?? {}).length === 1;
}

const sameMembers = (one: Json[], other: Json[]): boolean => {
  const texts = (list: Json[]): string[] => list.map((item) => JSON.stringify(item)).sort();
  return JSON.stringify(texts(one)) === JSON.stringify(texts(other));
};
