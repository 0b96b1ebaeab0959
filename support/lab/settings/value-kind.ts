import { Problem } from '../../common/problem';
import { closest } from '../../common/text/closest';
import { quote } from '../../common/text/shorten';

export type KindName = 'choice' | 'choices' | 'switch' | 'number' | 'duration' | 'text' | 'texts' | 'table';

/** The values of a setting: the words of steps, choices and fields, and AWS's values. */
export interface ValueKind {
  readonly kind: KindName;
  /** The words to choose from, of a choice and of choices; of a switch, on and off. */
  readonly words?: readonly string[];
  /** What a number counts: `characters`. */
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  /** A word that can be written, for documents and forms. */
  readonly example: unknown;
  /** AWS's value of a word, of a list of words, or of a table. @throws Problem with what was probably meant */
  readonly toAws: (word: unknown) => unknown;
  /** The words for a value of AWS's, for reports, hints and fields; the value itself where it has none. */
  readonly toWords: (value: unknown) => string[];
  /** The value as a finding shows it, where that is not the value itself: a masked ARN, `15 minutes`. */
  readonly show?: (value: unknown) => unknown;
  /** Whether it holds what nobody else may read, such as an ARN with an account or an address. */
  readonly masked?: true;
  /** The value of one row of a table, masked. */
  readonly maskEntry?: (name: string, value: string) => string;
  /** Both values as they are compared, where not each difference counts: an ARN of another account. */
  readonly comparable?: (wanted: unknown, actual: unknown) => [wanted: unknown, actual: unknown];
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The word as it is known, whatever its case. */
export function knownWord(words: readonly string[], word: unknown, what: string): string {
  const given = typeof word === 'string' ? word.trim().toLowerCase() : undefined;
  const found = words.find((each) => each.toLowerCase() === given);
  if (found !== undefined) return found;
  const near = typeof word === 'string' ? closest(word, words) : undefined;
  throw new Problem(
    `${quote(word)} is not a known ${what}.`,
    `${near === undefined ? '' : `Did you mean "${near}"? `}Use one of: ${words.map((each) => `"${each}"`).join(', ')}.`,
  );
}

/** One of some words. AWS's values may be of any shape. */
export function choice(what: string, values: Record<string, unknown>): ValueKind {
  const words = Object.keys(values);
  return {
    kind: 'choice',
    words,
    example: words[0],
    toAws: (word) => values[knownWord(words, word, what)],
    toWords: (value) => [words.find((word) => same(values[word], value)) ?? textOf(value)],
  };
}

/** Any of some words, in no order. */
export function choices(what: string, values: Record<string, string>): ValueKind {
  const words = Object.keys(values);
  return {
    kind: 'choices',
    words,
    example: words.slice(0, 1),
    toAws: (given) => listOf(given).map((word) => values[knownWord(words, word, what)]),
    toWords: (value) => listed(value).map((each) => words.find((word) => values[word] === each) ?? textOf(each)),
  };
}

const onWords = new Set(['on', 'yes', 'true', 'enabled', 'enable', 'active', 'activated']);
const offWords = new Set(['off', 'no', 'false', 'disabled', 'disable', 'inactive', 'deactivated']);

/** On or off. In a solution also true or false. */
export function onOff(on: unknown = true, off: unknown = false): ValueKind {
  return {
    kind: 'switch',
    words: ['on', 'off'],
    example: true,
    toAws: (word) => {
      const given =
        typeof word === 'boolean' ? String(word) : typeof word === 'string' ? word.trim().toLowerCase() : '';
      if (onWords.has(given)) return on;
      if (offWords.has(given)) return off;
      throw new Problem(`${quote(word)} is neither true nor false.`, 'Write true or false; in a step, on or off.');
    },
    toWords: (value) => [same(value, on) ? 'on' : same(value, off) ? 'off' : textOf(value)],
  };
}

/** On or off, in two longer words of the console's, too. */
export function onOffInWords(what: string, values: Record<string, boolean>): ValueKind {
  const [longer, shorter] = [choice(what, values), onOff()];
  const isShort = (word: unknown): boolean => typeof word === 'boolean' || word === 'on' || word === 'off';
  return { ...longer, toAws: (word) => (isShort(word) ? shorter : longer).toAws(word) };
}

/** A whole number. @param unit what it counts, in the plural */
export function number(unit: string, min: number, max: number): ValueKind {
  return {
    kind: 'number',
    unit,
    min,
    max,
    example: min,
    toAws: (word) => wholeNumber(word, unit, min, max),
    toWords: (value) => [textOf(value)],
  };
}

/** Reads `12`, and `12 days` where days are the unit. Bounds are for what is set, and are AWS's. */
function wholeNumber(word: unknown, unit: string, min: number, max: number): number {
  const [, digits = '', named = unit] =
    (typeof word === 'string' ? /^(\d{1,9})(?: (\p{L}{1,30}))?$/u.exec(word.trim()) : undefined) ?? [];
  const value = typeof word === 'number' ? word : digits ? Number(digits) : NaN;
  if (!Number.isInteger(value)) throw new Problem(`${quote(word)} is not a number.`, 'Write a whole number.');
  if (singular(named) !== singular(unit))
    throw new Problem(`${quote(word)} is not a number of ${unit}.`, `Write it in ${unit}.`);
  if (value < min || value > max)
    throw new Problem(`${value} is not possible here.`, `Write a number from ${min} to ${max}.`);
  return value;
}

const singular = (unit: string): string => unit.toLowerCase().replace(/s$/, '');

const seconds: Record<string, number> = { second: 1, minute: 60, hour: 3600, day: 86_400 };

/** A length of time. AWS's value is in seconds here; the setting's own `read` and `set` know AWS's units. */
export function duration(min: number, max: number): ValueKind {
  return {
    kind: 'duration',
    unit: 'seconds',
    min,
    max,
    example: durationText(min),
    toAws: (word) => {
      const [, digits = '', unit = ''] =
        (typeof word === 'string' ? /^(\d{1,9}) (\p{L}{1,30})$/u.exec(word.trim()) : undefined) ?? [];
      const size = seconds[singular(unit)];
      if (!digits || size === undefined)
        throw new Problem(
          `${quote(word)} is not a length of time.`,
          'Write a number of seconds, minutes, hours or days, such as "15 minutes".',
        );
      const value = Number(digits) * size;
      if (value < min || value > max)
        throw new Problem(
          `${quote(word)} is not possible here.`,
          `Write ${durationText(min)} to ${durationText(max)}.`,
        );
      return value;
    },
    toWords: (value) => [typeof value === 'number' ? durationText(value) : textOf(value)],
    show: (value) => (typeof value === 'number' ? durationText(value) : value),
  };
}

/** A number of seconds in words: `15 minutes`, `1 hour`, `30 days`. */
export function durationText(value: number): string {
  const [unit = 'second', size = 1] =
    Object.entries(seconds)
      .reverse()
      .find(([, size]) => value >= size && value % size === 0) ?? [];
  const count = value / size;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

interface TextOptions {
  example?: string;
  /** Shows a value without what is private in it. */
  show?: (value: string) => string;
  /** Turns a shorter word into AWS's value: the name of a role into its ARN. */
  complete?: (word: string) => string;
}

/** A text of the author's own. */
export function text({ example = '…', show, complete = (word) => word }: TextOptions = {}): ValueKind {
  const shown = (value: unknown): unknown => (typeof value === 'string' && show ? show(value) : value);
  return {
    kind: 'text',
    example,
    toAws: (word) => {
      if (typeof word === 'string' && word !== '') return complete(word);
      throw new Problem(`${quote(word)} is not a text.`, 'Write a text in quotation marks.');
    },
    toWords: (value) => [textOf(shown(value))],
    ...(show && { show: shown, masked: true as const }),
  };
}

/** A list of texts, in no order. @param names words for some of them: `Email` for `email` */
export function textList(example: string, names: (word: string) => string = (word) => word): ValueKind {
  return {
    kind: 'texts',
    example: [example],
    toAws: (given) => listOf(given).map(names),
    toWords: (value) => listed(value).map(textOf),
  };
}

/** Texts by their names, such as tags. @param columns what the two columns are called */
export function table(example: Record<string, string>, names: (word: string) => string = (word) => word): ValueKind {
  return {
    kind: 'table',
    example,
    toAws: (given) => Object.fromEntries(rowsOf(given).map(([name, value]) => [names(name), value])),
    toWords: (value) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).map(([name, each]) => `${name}: ${textOf(each)}`)
        : [],
  };
}

function listOf(given: unknown): string[] {
  if (Array.isArray(given) && given.every((each) => typeof each === 'string' && each !== '')) return given as string[];
  if (Array.isArray(given)) {
    const wrong: unknown = given.find((each) => typeof each !== 'string' || each === '');
    throw new Problem(`${quote(wrong)} is not a text.`, 'Write a text in quotation marks.');
  }
  throw new Problem(`${quote(given)} is not a list of texts.`, 'Write ["…", "…"].');
}

function rowsOf(given: unknown): [string, string][] {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) {
    const rows = Object.entries(given);
    if (rows.every((row): row is [string, string] => typeof row[1] === 'string')) return rows;
  }
  throw new Problem(`${quote(given)} is not a table of texts.`, 'Write {"…": "…"}; in a step, a table of two columns.');
}

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
