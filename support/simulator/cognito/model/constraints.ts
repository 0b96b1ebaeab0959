import { hashCode } from './java-hash';
import type { Shape } from './model';
import { fullMatch } from './pattern';

/** One thing that AWS asks of a value, in AWS's words. */
export interface Constraint {
  holds: (value: unknown) => boolean;
  text: string;
}

/** What a shape asks of a value of its type: of a number its value, of anything else its length. */
export function constraintsOf(shape: Shape): Record<'min' | 'max' | 'pattern' | 'enum', Constraint | undefined> {
  const isNumber = shape.type === 'integer' || shape.type === 'long';
  const measure = isNumber ? Number : length;
  const what = isNumber ? 'value' : 'length';
  const { min, max, pattern, enum: values } = shape;
  return {
    min: min === undefined ? undefined : {
      holds: (value) => measure(value) >= min,
      text: `Member must have ${what} greater than or equal to ${min}`,
    },
    max: max === undefined ? undefined : {
      holds: (value) => measure(value) <= max,
      text: `Member must have ${what} less than or equal to ${max}`,
    },
    pattern: pattern === undefined ? undefined : patternConstraint(pattern),
    enum: values === undefined ? undefined : {
      holds: (value) => values.includes(value as string),
      text: `Member must satisfy enum value set: [${enumOrder(values).join(', ')}]`,
    },
  }; // prettier-ignore
}

function patternConstraint(pattern: string): Constraint {
  const matches = fullMatch(linear[pattern] ?? pattern);
  return {
    holds: (value) => matches(value as string),
    text: `Member must satisfy regular expression pattern: ${pattern}`,
  };
}

/** The same languages without the backtracking. */
const linear: Record<string, string> = {
  [String.raw`^[\S]+.*[\S]+$`]: String.raw`[\S][^\n\r]*[\S]`,
  [String.raw`(?s).*\{####\}(?s).*`]: String.raw`[\p{Any}]*\{####\}[\p{Any}]*`,
};

/** In Unicode characters, entries or elements. */
function length(value: unknown): number {
  if (typeof value === 'string') return /[\ud800-\udbff]/.test(value) ? Array.from(value).length : value.length;
  if (Array.isArray(value)) return value.length;
  return Object.keys(value as object).length;
}

/**
 * AWS lists an enum's values in the order of a hash table of 32 places. It is recorded for six enums (2018 to 2026),
 * and this reproduces them all.
 */
function enumOrder(values: string[]): string[] {
  const place = (text: string) => hashCode(text) & 31;
  return [...values].reverse().sort((one, other) => place(one) - place(other));
}
