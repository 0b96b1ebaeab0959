import { Problem } from '../../common/problem';
import { initialValues, type Field, type Values } from './field';

/**
 * What was filled in, as a solution has it: a word, a list, a number in words.
 *
 * @returns undefined where nothing is chosen
 * @throws Problem for a table that is none
 */
export function choiceOfField(field: Field, values: Values): unknown {
  const given = values[field.id] ?? [];
  const [first = ''] = given;
  if (field.initialIsNone && String(given) === String(initialValues([field])[field.id])) return undefined;
  switch (field.kind) {
    case 'choice':
      return given[0];
    case 'choices':
      return given;
    case 'switch':
      return given.length > 0;
    case 'texts':
      return linesOf(first);
    case 'table':
      return Object.fromEntries(linesOf(first).map(rowOf));
    case 'number':
    case 'duration':
      return first.trim() === '' ? undefined : first.trim();
    case 'text':
      return first === '' ? undefined : first;
  }
}

/** The lines of a text that have something in them. */
export const linesOf = (text = ''): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function rowOf(line: string): [string, string] {
  const at = line.indexOf(':');
  if (at < 1) throw new Problem(`"${line}" has no name and value.`, 'Write a line each: name: value.');
  return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}

/** A value of AWS's, as a form shows it. */
export function valuesOfAws({ kind, values }: Field, value: unknown): string[] {
  const words = value === undefined || value === null ? [] : values.toWords(value);
  switch (kind) {
    case 'switch':
      return words[0] === 'on' ? ['on'] : [];
    case 'texts':
    case 'table':
      return [words.join('\n')];
    // Not as a report shows it: what is masked there is the learner's own here.
    case 'text':
      return [typeof value === 'string' ? value : ''];
    default:
      return words;
  }
}

/** A choice of a solution, as a form shows it. */
export function valuesOfChoice({ kind }: Field, choice: unknown): string[] {
  if (kind === 'switch') return choice === true || choice === 'on' ? ['on'] : [];
  // A switch that stands as two words.
  if (typeof choice === 'boolean') return [choice ? 'on' : 'off'];
  if (kind === 'texts') return [(choice as string[]).join('\n')];
  if (kind === 'table')
    return [
      Object.entries(choice as object)
        .map(([name, each]) => `${name}: ${String(each)}`)
        .join('\n'),
    ];
  return (Array.isArray(choice) ? choice : [choice]).map(String);
}
