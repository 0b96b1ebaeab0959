import { allPhrases, parameters } from '../../lab/phrases';
import { PhraseBook } from '../../lab/phrases/match-phrase';
import { settings, type Setting } from '../../lab/settings';

/** A phrase, for documents. */
export interface DescribedPhrase {
  keyword: string;
  expression: string;
  says: string;
  kind: 'setting' | 'behaviour';
  argument?: string;
  examples: string[];
  /** The operations that the examples read: the permissions to read them are of the same names. */
  reads: string[];
  /** Those that it needs besides, on a pool of the program's own. */
  writes: string[];
}

/** A setting that the generic phrases can name. */
export interface DescribedSetting {
  name: string;
  of: string;
  /** Its key in a solution. */
  choice: string;
  kind: string;
  values: string[];
  reads: string;
}

/** Every phrase, every parameter of one, and every setting. */
export function describePhrases(): {
  phrases: DescribedPhrase[];
  parameters: { name: string; says: string }[];
  settings: DescribedSetting[];
} {
  const book = new PhraseBook();
  return {
    phrases: allPhrases.map(({ keyword, expression, says, kind, argument, examples, writes = [] }) => ({
      keyword,
      expression,
      says,
      kind,
      ...(argument !== undefined && { argument }),
      examples: [...examples],
      reads: [...new Set(examples.flatMap((example) => book.reads(example.split('\n')[0] ?? '')))].sort(),
      writes: [...writes],
    })),
    parameters: parameters.map(({ name, says }) => ({ name, says })),
    settings: settings.map(describeSetting),
  };
}

const describeSetting = ({ name, of, label, values, read }: Setting): DescribedSetting => ({
  name,
  of,
  choice: label,
  kind: values.kind,
  values: valuesOf(values),
  reads: read.operation,
});

function valuesOf({ kind, words, unit, min, max, example }: Setting['values']): string[] {
  if (words) return [...words];
  if (kind === 'number') return [`${min} to ${max} ${unit}`];
  return [typeof example === 'string' ? example : JSON.stringify(example)];
}

export function phrasesAsText(): string {
  const { phrases, settings: all } = describePhrases();
  return [
    ...phrases.flatMap(({ keyword, expression, says, examples, reads, writes, kind }) => [
      `${keyword} ${expression}`,
      `  ${says}${kind === 'behaviour' ? ' (@behaviour)' : ''}`,
      ...examples.map((example) => `  e.g. ${example.replaceAll('\n', '\n       ')}`),
      ...(reads.length || writes.length ? [`  permissions: ${[...reads, ...writes].join(', ')}`] : []),
      '',
    ]),
    'Settings that {setting} can be:',
    ...all.map(
      ({ name, of, kind, values }) =>
        `  ${name}${of === 'user pool' ? '' : ` (of the ${of})`}: ${kind}, ${values.join(' | ')}`,
    ),
    '',
  ].join('\n');
}

export function phrasesAsMarkdown(): string {
  const { phrases, parameters: all } = describePhrases();
  return [
    '# Phrases',
    '',
    '<!-- Written by `npm run docs:phrases` from the code. Do not edit. -->',
    '',
    `What a feature can say, in ${phrases.length} phrases; \`cognito-lab lab steps\` prints the same. [Authoring labs](../authoring-labs.md) shows how they are used. Words in braces are parameters.`,
    ...phrases.flatMap(({ keyword, expression, says, examples, reads, writes, kind }) => [
      '',
      `## ${keyword} ${expression.replaceAll('{', '\\{')}`,
      '',
      `${says}${kind === 'behaviour' ? ' For scenarios with the tag `@behaviour`.' : ''}`,
      '',
      '```gherkin',
      ...examples.map((example) => `${keyword} ${example.replaceAll('\n', '\n  ')}`),
      '```',
      ...(reads.length || writes.length
        ? ['', `Permissions: ${[...reads, ...writes].map((each) => `\`${each}\``).join(', ')}.`]
        : []),
    ]),
    '',
    '## Parameters',
    '',
    '| parameter | can be |',
    '| --- | --- |',
    ...all.map(({ name, says }) => `| \`{${name}}\` | ${says.replaceAll('|', '\\|')} |`),
    '',
    'The settings, with their values, are on [a page of their own](settings.md).',
    '',
  ].join('\n');
}
