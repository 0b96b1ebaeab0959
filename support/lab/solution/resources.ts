import { Problem } from '../../common/problem';
import { quote } from '../../common/text/shorten';
import { settingLabelled, settings, writeTo, type Members, type Subject } from '../settings';
import { noSuchChoice } from './no-such-choice';

/** A thing of a pool as a solution has it: an object of choices, by their labels. */
type Made = Record<string, unknown>;

export const isObject = (value: unknown): value is Made =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Several things of a pool, each with its choices: `[{"Group name": "admins", "Precedence": 1}]`.
 *
 * @param needed the labels that each must have
 * @returns the inputs of the calls that create them
 * @throws Problem that says which one is wrong, and how
 */
export function resourcesOf(value: unknown, of: Subject, needed: readonly string[]): Members[] {
  const example = `[{${needed.map((label) => `"${label}": "…"`).join(', ')}}]`;
  if (!Array.isArray(value)) throw new Problem(`${quote(value)} is not a list.`, `Write ${example}.`);
  return value.map((made: unknown) => {
    const missing = isObject(made) ? needed.filter((label) => made[label] === undefined) : needed;
    if (!isObject(made) || missing.length)
      throw new Problem(
        `One ${of} has no ${missing.map((label) => `"${label}"`).join(' and no ')}.`,
        `Write ${example}.`,
      );
    return resourceOf(made, of);
  });
}

/** @throws Problem that names the choice */
export function resourceOf(made: Made, of: Subject): Members {
  const input: Members = {};
  for (const [label, value] of Object.entries(made)) {
    const setting = settingLabelled(label, of);
    if (!setting) throw noSuchChoice(label, labelsOf(of), `of ${/^[aeiou]/.test(of) ? 'an' : 'a'} ${of}`);
    try {
      writeTo(setting, input, setting.values.toAws(value));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      throw new Problem(`${quote(label)}: ${error.message}`, error.remedy, { cause: error });
    }
  }
  return input;
}

export const labelsOf = (of: Subject): string[] =>
  settings.flatMap(({ of: whose, label }) => (whose === of ? [label] : []));
