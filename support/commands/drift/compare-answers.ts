import type { Difference } from './drift-result';
import { isCollection, isGroup, isWithin, pathText, type Path } from './setting-path';
import type { Part, Settings } from './pool-settings';
import { isObject, type Json } from './normalize';

/** Where two pictures of a pool differ. */
export type FoundDifference = Pick<Difference, 'path' | 'kind' | 'expected' | 'actual' | 'note'>;

/**
 * Where settings differ from those that are expected, each place once and as precisely as one path can say.
 *
 * @param unread texts of the paths that could not be read: of these nothing is said
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

/** An app client is found by its id, and known by its name. */
function withClient(difference: FoundDifference, clients: Json | undefined): FoundDifference {
  const [, id = '', member] = /^UserPoolClients\[([^\]]*)\]\.(\w+)/.exec(difference.path) ?? [];
  const client = isObject(clients) ? clients[id] : undefined;
  if (member === undefined || member === 'ClientName' || !isObject(client) || client.ClientName === id)
    return difference;
  const note = `App client ${JSON.stringify(client.ClientName)}.`;
  return { ...difference, note: [note, difference.note].filter(Boolean).join(' ') };
}

const policies = 'UserPool.Policies.PasswordPolicy';
const template = 'UserPool.VerificationMessageTemplate';

/** One setting that AWS answers in two places: the one that repeats, and the one that it is told of. */
const repeated: [string, string][] = [
  ['UserPool.EmailVerificationMessage', `${template}.EmailMessage`],
  ['UserPool.EmailVerificationSubject', `${template}.EmailSubject`],
  ['UserPool.SmsVerificationMessage', `${template}.SmsMessage`],
  ['UserPool.AdminCreateUserConfig.UnusedAccountValidityDays', `${policies}.TemporaryPasswordValidityDays`],
  ['MfaConfig.MfaConfiguration', 'UserPool.MfaConfiguration'],
  ['MfaConfig.SmsMfaConfiguration.SmsConfiguration', 'UserPool.SmsConfiguration'],
  ['MfaConfig.SmsMfaConfiguration.SmsAuthenticationMessage', 'UserPool.SmsAuthenticationMessage'],
];

/** Only where both say the same: one that moved alone is a difference. */
function isRepeated(difference: FoundDifference, found: readonly FoundDifference[]): boolean {
  const [here, there] = repeated.find(([place]) => isWithin(difference.path, place)) ?? [];
  if (here === undefined || there === undefined) return false;
  const path = there + difference.path.slice(here.length);
  const text = JSON.stringify({ ...difference, path });
  return found.some((other) => JSON.stringify({ ...other }) === text);
}

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
 * An item of a collection that came or went is one change. So is an object of several settings that came or went
 * whole; of one setting, it is that setting that did.
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
