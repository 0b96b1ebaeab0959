import type { Scenario } from '@cucumber/messages';
import { closest } from '../../common/text/closest';
import { quote } from '../../common/text/shorten';
import { labels, paragraphsOf } from '../features/description';
import { scenariosOf } from '../features/read-catalogue';
import type { Fault, FeatureFile } from '../lab-folder';
import { settings } from '../settings';

/** Labels and tags that nobody reads, and titles and hints that speak of another value than the step. */
export const lintWords = (features: readonly FeatureFile[]): Fault[] =>
  features.flatMap((feature) =>
    scenariosOf(feature.document).flatMap((scenario) => [
      ...unknownLabels(feature, scenario),
      ...unknownTags(feature, scenario),
      ...otherValues(feature, scenario),
    ]),
  );

/** The lines of the description: between the scenario's own and its first step. */
function linesOf({ text }: FeatureFile, { location, steps }: Scenario): { line: number; text: string }[] {
  const end = steps[0]?.location.line ?? location.line + 1;
  return text
    .split(/\r?\n/)
    .map((each, at) => ({ line: at + 1, text: each }))
    .slice(location.line, Math.max(end - 1, location.line));
}

const columnOf = (text: string): number => text.length - text.trimStart().length + 1;

function unknownLabels(feature: FeatureFile, scenario: Scenario): Fault[] {
  return linesOf(feature, scenario).flatMap(({ line, text }) => {
    const [, label] = /^\s*(\p{Lu}[\p{L}\p{M}]*(?: [\p{L}\p{M}]+)?(?: "[^"]*")?):(?:\s|$)/u.exec(text) ?? [];
    if (label === undefined || paragraphsOf(text).length) return [];
    const near = closest(label.replace(/ ?"[^"]*"/, ''), labels);
    const known = labels.map((each) => `"${each === 'Hint if' ? 'Hint if "…"' : each}:"`).join(', ');
    return {
      file: feature.uri,
      line,
      column: columnOf(text),
      message: `There is no label ${quote(`${label}:`)}.`,
      remedy: `${near === undefined ? '' : `Did you mean "${near}:"? `}The labels are ${known}, the same in every language.`,
    };
  });
}

const tagKeys = ['@check', '@points', '@needs', '@control', '@against'];

function unknownTags({ uri }: FeatureFile, { tags }: Scenario): Fault[] {
  return tags.flatMap(({ name, location }) => {
    const [key = '', value] = name.split(':', 2);
    if (value !== undefined && tagKeys.includes(key)) return [];
    const near = value === undefined ? closest(key, ['@behaviour']) : closest(key, tagKeys);
    if (near === undefined || near === key) return [];
    return { file: uri, ...location, message: `There is no tag ${quote(name)}.`, remedy: `Did you mean "${near}"?` };
  });
}

/**
 * A name, a number or a word that was changed in one of two places. Says nothing of what could be meant otherwise: only
 * of a name after "named", of numbers in a title, and of another word of the same setting.
 */
function otherValues(feature: FeatureFile, scenario: Scenario): Fault[] {
  const said = scenario.steps.flatMap(({ text, dataTable, docString }) => [
    text,
    ...(dataTable?.rows.flatMap(({ cells }) => cells.map(({ value }) => value)) ?? []),
    docString?.content ?? '',
  ]);
  const steps = said.join('\n');
  const names = [...steps.matchAll(/(?:named|client|group|user|server|provider) "([^"]+)"/g)].map(
    ([, name = '']) => name,
  );
  const title = { line: scenario.location.line, text: scenario.name, what: 'title' };
  const hints = linesOf(feature, scenario)
    .filter(({ text }) => !/^\s*(Docs|Classic wizard|Console|Hint if .*):/.test(text))
    .map(({ line, text }) => ({ line, text, what: 'description' }));
  const texts = [title, ...hints];
  const fault = ({ line, text, what }: (typeof texts)[number], other: string, instead: string): Fault => ({
    file: feature.uri,
    line,
    column: columnOf(text),
    message: `The ${what} of ${quote(scenario.name)} speaks of ${quote(other)}, and the step of ${quote(instead)}.`,
    remedy: 'Say the same in both.',
  });
  return [
    ...texts.flatMap((each) => {
      const [, other] =
        /\b(?:named|called|the name) "?([\p{L}\p{N}][\p{L}\p{N}_.-]*[\p{L}\p{N}])/u.exec(each.text) ?? [];
      const isOther =
        other !== undefined &&
        names.length > 0 &&
        !names.some((name) => name.includes(other) || each.text.includes(name));
      return isOther && !stopWords.has(other.toLowerCase()) ? [fault(each, other, names[0] ?? '')] : [];
    }),
    ...(unitsDiffer(title.text, steps) ? [] : numbersOf(title.text)).slice(0, 1).flatMap((number) => {
      const stated = numbersOf(steps.replace(/"[^"]*"/g, ''));
      return stated.length && !numbersOf(title.text).some((each) => stated.includes(each))
        ? [fault(title, number, stated[0] ?? '')]
        : [];
    }),
    ...texts.flatMap((each) => {
      const quotedWords = [...each.text.matchAll(/"([^"]+)"/g)].map(([, word = '']) => word);
      const other = quotedWords.find((word) => !steps.includes(word) && isOtherWord(word, steps));
      const stated = wordOf(steps, other);
      return other !== undefined && stated !== undefined && !each.text.includes(stated)
        ? [fault(each, other, stated)]
        : [];
    }),
  ];
}

/** Words that follow "named" without being a name. */
const stopWords = new Set([
  'so',
  'that',
  'it',
  'them',
  'of',
  'the',
  'just',
  'for',
  'as',
  'by',
  'in',
  'exactly',
  'like',
  'and',
]);

/** `1 hour` may be said of `60 minutes`. */
const unitsOf = (text: string): string[] => text.match(/\b(?:second|minute|hour|day|week|month|year)/g) ?? [];
const unitsDiffer = (title: string, steps: string): boolean =>
  unitsOf(title).some((unit) => !unitsOf(steps).includes(unit));

const numbersOf = (text: string): string[] => text.match(/(?<![\p{L}\p{N}.])\d{1,9}(?![\p{L}\p{N}]|[.:/]\d)/gu) ?? [];

/** The words of the choice that both are of. */
const wordsBeside = (word: string): readonly string[] =>
  settings.find(({ values: { kind, words } }) => kind === 'choice' && words?.includes(word))?.values.words ?? [];

const wordOf = (steps: string, other?: string): string | undefined =>
  other === undefined ? undefined : wordsBeside(other).find((word) => steps.includes(`"${word}"`));

const isOtherWord = (word: string, steps: string): boolean => wordOf(steps, word) !== undefined;
