import { redactText } from './redact-values';

export type Json = boolean | number | string | Json[] | { [name: string]: Json };

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/**
 * How an answer of AWS is made comparable. `meaning`: order and empty members are ignored. `exact`: they are kept, to
 * compare what AWS answers.
 */
export type NormalizeMode = 'meaning' | 'exact';

/**
 * An answer in a normal form: members sorted, lists as sets, no dates, personal data redacted, nothing empty (AWS
 * answers an empty list, an empty object or no member for the same pool).
 *
 * @returns undefined if nothing remains
 */
export function normalize(value: unknown, how: NormalizeMode = 'meaning'): Json | undefined {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) {
    const items = value.flatMap((item) => normalize(item, how) ?? []);
    if (how === 'exact') return items;
    return items.length === 0 ? undefined : sorted(items);
  }
  if (!isObject(value)) return undefined;
  const members = Object.keys(value)
    .sort()
    .flatMap((name) => {
      const member = normalize(value[name], how);
      // Tags, domains and providers have names that people chose.
      return member === undefined ? [] : [[redactText(name), member] as const];
    });
  return members.length === 0 && how === 'meaning' ? undefined : Object.fromEntries(members);
}

/** Sorts items by priority, if they have one, and then by value. */
const sorted = (items: Json[]): Json[] =>
  items
    .map((item) => ({ item, key: JSON.stringify(item), rank: rankOf(item) }))
    .sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);

const rankOf = (item: Json): number => (isObject(item) && typeof item.Priority === 'number' ? item.Priority : 0);
