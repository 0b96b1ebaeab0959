import { longestShown, shorten } from '../../common/text/shorten';

const most = { characters: longestShown, entries: 100, depth: 8, charactersInAll: 10_000 };

/**
 * Bounds a value for a finding, because values of a learner's pool can have any length. A note replaces what was cut.
 * Values of ordinary size are unchanged; an absent value is `none`.
 */
export function boundValue(value: unknown): unknown {
  let left = most.charactersInAll;
  const text = (whole: string): string => {
    const length = Math.min(most.characters, left);
    left -= Math.min(length, whole.length);
    return shorten(whole, length);
  };
  const list = <T>(all: readonly T[], shown: (entry: T) => void): string | undefined => {
    let count = 0;
    for (const entry of all) {
      if (count === most.entries || left <= 0) return `… (${all.length} entries)`;
      left -= 4;
      count++;
      shown(entry);
    }
  };
  const copy = (part: unknown, depth: number): unknown => {
    if (typeof part === 'string') return text(part);
    if (typeof part !== 'object' || part === null) return part;
    if (depth === most.depth) return '…';
    if (Array.isArray(part)) {
      const entries: unknown[] = [];
      const rest = list(part, (entry) => entries.push(copy(entry, depth + 1)));
      return rest === undefined ? entries : [...entries, rest];
    }
    const members: [string, unknown][] = [];
    const rest = list(Object.entries(part), ([name, member]) => members.push([text(name), copy(member, depth + 1)]));
    return Object.fromEntries(rest === undefined ? members : [...members, ['…', rest]]);
  };
  return value === undefined ? 'none' : copy(value, 0);
}
