/** Differences between two values that are hard to see. */
import { visibleJson } from '../../common/text/plain-text';
import { show } from './value';

export interface Difference {
  kind: 'missing' | 'unexpected' | 'differs' | 'note';
  text: string;
}

/**
 * What is hard to see in `expected` and `actual`: missing and unexpected items of a list, members of an object that
 * differ, a name that differs only in case. Empty where the difference is obvious.
 */
export function differences(expected: unknown, actual: unknown): Difference[] {
  if (Array.isArray(expected) && Array.isArray(actual)) return listDifferences(expected, actual);
  if (isObject(expected) && isObject(actual)) return objectDifferences(expected, actual, '');
  if (typeof expected !== 'string') return [];
  if (Array.isArray(actual)) return actual.flatMap((item) => nearMiss(expected, item));
  if (typeof actual === 'string') return textDifferences(expected, actual);
  return [];
}

function listDifferences(expected: unknown[], actual: unknown[]): Difference[] {
  const missing = without(expected, actual);
  const unexpected = without(actual, expected);
  if (missing.length + unexpected.length === 0)
    return [{ kind: 'note', text: 'the same members, in another order or number' }];
  // ["email"] and ["phone_number"] need no explanation.
  if (expected.length + actual.length <= 2) return [];
  return [...summary('missing', missing), ...summary('unexpected', unexpected)];
}

const without = (list: unknown[], others: unknown[]): string[] => {
  const known = new Set(others.map(canonical));
  return list.filter((item) => !known.has(canonical(item))).map(show);
};

const summary = (kind: Difference['kind'], members: string[]): Difference[] =>
  members.length === 0 ? [] : [{ kind, text: members.join(', ') }];

function objectDifferences(expected: JsonObject, actual: JsonObject, path: string): Difference[] {
  const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  return [...keys].flatMap((key): Difference[] => {
    const [wanted, found] = [own(expected, key), own(actual, key)];
    const name = visibleJson(path + key);
    if (canonical(wanted) === canonical(found)) return [];
    if (isObject(wanted) && isObject(found)) return objectDifferences(wanted, found, `${path}${key}.`);
    if (found === undefined) return [{ kind: 'missing', text: `${name}: ${show(wanted)}` }];
    if (wanted === undefined) return [{ kind: 'unexpected', text: `${name}: ${show(found)}` }];
    return [{ kind: 'differs', text: `${name}: ${show(wanted)} expected, ${show(found)} found` }];
  });
}

/** An item of a list that is almost the expected name. */
const nearMiss = (expected: string, item: unknown): Difference[] =>
  typeof item === 'string'
    ? textDifferences(expected, item).map(({ kind, text }) => ({ kind, text: `${show(item)} ${text}` }))
    : [];

function textDifferences(expected: string, actual: string): Difference[] {
  if (expected === actual) return [];
  if (expected.toLowerCase() === actual.toLowerCase())
    return [{ kind: 'note', text: 'differs only in capital and small letters' }];
  if (expected.trim() === actual.trim()) return [{ kind: 'note', text: 'differs only in the spaces around it' }];
  return lookalikes(expected, actual);
}

/** A Cyrillic letter in a Latin name cannot be seen. */
function lookalikes(expected: string, actual: string): Difference[] {
  const foreign = [...new Set(actual.match(/[^\0-\x7f]/gu) ?? [])].filter((character) => !expected.includes(character));
  const near = foreign.length > 0 && foreign.length <= 3 && [...expected].length === [...actual].length;
  if (!near) return [];
  const named = foreign.map((character) => `${show(character)} is U+${codePoint(character)}`);
  return [{ kind: 'note', text: `has other letters than it seems: ${named.join(', ')}` }];
}

const codePoint = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

type JsonObject = Record<string, unknown>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (object: JsonObject, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined);

/** Equal values have equal text: members of an object have no order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'undefined';
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join()}}`;
}
