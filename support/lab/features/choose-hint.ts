import type { Finding } from '../result/result';
import { findingPath, settings } from '../settings';
import { attributeLabels } from '../settings/attributes';
import { settingLabel } from '../vocabulary';
import type { CatalogueCheck } from './catalogue';

/**
 * The hint for the mistake that was made: the first `Hint if` of the check whose words were found, else the general
 * hint. A setting is found by its label, its value by its words or as AWS has it; of a list, any entry.
 */
export function chooseHint(
  { hint, hints }: Pick<CatalogueCheck, 'hint' | 'hints'>,
  findings: readonly Finding[],
): string {
  const broken = findings.filter(({ holds }) => !holds);
  if (!hints.length || !broken.length) return hint;
  const found = broken.map((finding) => ({
    isList: Array.isArray(finding.actual),
    words: new Set(wordsOf(finding).map((word) => word.trim().toLowerCase())),
  }));
  const fits = ({ found: wanted, without }: CatalogueCheck['hints'][number]): boolean =>
    wanted.some((word) => {
      const key = word.toLowerCase();
      return without
        ? found.some(({ isList, words }) => isList && !words.has(key))
        : found.some(({ words }) => words.has(key));
    });
  return hints.find(fits)?.hint ?? hint;
}

const labelsOfAttributes: ReadonlyMap<string, string> = new Map(
  Object.entries(attributeLabels).map(([label, name]) => [name, label]),
);

/** What a finding can be called: its setting and the label of that, and its value in words and as AWS has it. */
export function wordsOf({ setting, actual }: Pick<Finding, 'setting' | 'actual'>): string[] {
  const described = settings.filter(({ read }) => findingPath(read) === setting);
  const values = Array.isArray(actual) ? actual : [actual];
  return [
    setting,
    ...described.flatMap(({ label, values: kind }) => [label, ...kind.toWords(actual)]),
    settingLabel(setting) ?? '',
    ...values.flatMap((value) => [String(value), labelsOfAttributes.get(String(value)) ?? String(value)]),
    ...(actual === undefined || actual === null || actual === '' || values.length === 0 ? ['none'] : []),
  ];
}
