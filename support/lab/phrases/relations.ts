import { Problem } from '../../common/problem';
import type { KindName, Setting } from '../settings';

/** How a step compares a setting with what it says. */
export type Relation =
  | 'be'
  | 'not be'
  | 'be at least'
  | 'be at most'
  | 'be exactly'
  | 'include'
  | 'not include'
  | 'contain'
  | 'not contain'
  | 'start with'
  | 'be set'
  | 'not be set';

/** The words for them in a step, the longest first, so that none hides another. */
export const relationWords: Record<string, Relation> = {
  'not be': 'not be',
  'be at least': 'be at least',
  'be at most': 'be at most',
  'be exactly': 'be exactly',
  be: 'be',
  'not include': 'not include',
  include: 'include',
  'not contain': 'not contain',
  contain: 'contain',
  'start with': 'start with',
  'expire after at most': 'be at most',
  'expire after': 'be',
};

const isList = (kind: KindName): boolean => kind === 'choices' || kind === 'texts';

const possible: Record<Relation, (kind: KindName) => boolean> = {
  be: () => true,
  'be exactly': () => true,
  'not be': (kind) => !isList(kind) && kind !== 'table',
  'be at least': (kind) => kind === 'number' || kind === 'duration',
  'be at most': (kind) => kind === 'number' || kind === 'duration',
  include: (kind) => isList(kind) || kind === 'table',
  'not include': isList,
  contain: (kind) => kind === 'text',
  'not contain': (kind) => kind === 'text',
  'start with': (kind) => kind === 'text' || kind === 'texts',
  'be set': () => true,
  'not be set': () => true,
};

/** What a step wants of a setting, in AWS's values. */
export interface Wanted {
  readonly relation: Relation;
  /** A list where several values are wanted. */
  readonly value?: unknown;
  /** Whether it is wanted of each entry of a list, and not of the list. */
  readonly ofEach?: boolean;
}

/** What follows the relation in a step: a text, or a table. */
export type Given = string | string[][];

/**
 * What a step wants, as AWS has it.
 *
 * @throws Problem for a value that the setting cannot have, and for a comparison that makes no sense of it
 */
export function wantedOf(setting: Setting, relation: Relation, given?: Given, ofEach = false): Wanted {
  const { values, name } = setting;
  if (ofEach && !isList(values.kind))
    throw new Problem(`The ${name} is no list, so that there is no "each" of it.`, 'Leave "each of" out.');
  if (!ofEach && relation === 'start with' && values.kind !== 'text')
    throw new Problem(`The ${name} is no text.`, `Write "each of the ${name} should start with …".`);
  if (!possible[relation](values.kind))
    throw new Problem(
      `The ${name} cannot be compared with "should ${relation}".`,
      `Use one of: ${relationsOf(setting)
        .map((each) => `"should ${each}"`)
        .join(', ')}.`,
    );
  if (relation === 'be set' || relation === 'not be set') return { relation };
  const isPart = relation === 'contain' || relation === 'not contain' || relation === 'start with';
  return { relation, value: isPart ? textIn(given, name) : valueOf(setting, given), ...(ofEach && { ofEach }) };
}

export const relationsOf = ({ values }: Setting): Relation[] =>
  (Object.keys(possible) as Relation[]).filter((relation) => possible[relation](values.kind));

function valueOf({ values, name }: Setting, given: Given | undefined): unknown {
  if (values.kind === 'table') {
    if (typeof given !== 'object' || given.some(({ length }) => length !== 2))
      throw new Problem(`The ${name} are compared with a table of two columns.`, 'Write the table under the step.');
    return values.toAws(Object.fromEntries(given as [string, string][]));
  }
  if (isList(values.kind)) return values.toAws(typeof given === 'string' ? entriesOf(given) : firstColumn(given));
  return values.toAws(textIn(given, name));
}

function textIn(given: Given | undefined, name: string): string {
  if (typeof given === 'string') return given;
  throw new Problem(`The ${name} is compared with one value.`, 'Write it in the step, in quotation marks.');
}

const firstColumn = (rows: string[][] = []): string[] => rows.map(([cell = '']) => cell);

/** `Email, Phone number` as its entries. A list whose entries have commas is written as a table. */
export const entriesOf = (text: string): string[] =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);

/**
 * AWS's value that meets what a step wants, and keeps as much as it can of what there is; undefined where there are
 * many and none follows from the step.
 */
export function valueThatMeets(setting: Setting, { relation, value, ofEach }: Wanted, actual: unknown): unknown {
  const { kind } = setting.values;
  const list = (each: unknown): unknown[] => (Array.isArray(each) ? each : []);
  if (ofEach) return undefined;
  switch (relation) {
    case 'be':
    case 'be exactly':
    case 'be at least':
    case 'be at most':
      return value;
    case 'include':
      return kind === 'table'
        ? { ...(actual as object | undefined), ...(value as object) }
        : [...new Set([...list(actual), ...list(value)])];
    case 'not include':
      return list(actual).filter((entry) => !list(value).includes(entry));
    case 'not be':
      return kind === 'switch' ? ['on', 'off'].map(setting.values.toAws).find((each) => each !== value) : undefined;
    case 'not be set':
      return kind === 'text' ? '' : isList(kind) ? [] : kind === 'table' ? {} : undefined;
    default:
      return undefined;
  }
}
