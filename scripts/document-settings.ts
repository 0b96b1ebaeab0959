/**
 * Writes docs/reference/settings.md from the descriptions of the settings: `npm run docs:settings`. A test fails when
 * the page is not what this makes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parameters } from '../support/lab/phrases';
import { findingPath, settings, type Setting, type Subject, type ValueKind } from '../support/lab/settings';
import { wizardChoices } from '../support/lab/solution/wizard-choices';
import { keyedOperations } from '../support/targets/submission/keyed-answers';
import { allFiles } from '../support/targets/submission/cli-folder';
import type { Operation } from '../support/aws/answer-shapes';

export const page = join(__dirname, '../docs/reference/settings.md');

const titles: Record<Subject, string> = {
  'user pool': 'Of a user pool',
  'app client': 'Of an app client',
  group: 'Of a group',
  user: 'Of a user',
  'resource server': 'Of a resource server',
  'identity provider': 'Of an identity provider',
};

/** The text that {@link page} has to be. */
export function documentSettings(): string {
  const relations = parameters.find(({ name }) => name === 'relation')?.says.split(', ') ?? [];
  return [
    '# All settings',
    '',
    '<!-- Written by `npm run docs:settings` from the code. Do not edit. -->',
    '',
    'What the steps of a lab can look at, and what a solution can choose. A step names a setting as the first column does, and compares it with words; a solution has the label in the second column as its key.',
    '',
    '```gherkin',
    'Then the password minimum length should be at least 12',
    'And the callback URLs of the app client "web" should be exactly "https://app.example.com/signed-in"',
    'And the refresh token of every app client should expire after at most 30 days',
    'And the tags should include',
    '  | course | security |',
    '```',
    '',
    `Between "should" and the value stands one of: ${relations.map((words) => `\`${words}\``).join(', ')}. Without a value: "should be set", "should not be set". Several words of a list stand in one pair of quotation marks with commas between them, or in a table. Of a list, "each of the … should start with "…"" looks at every entry.`,
    '',
    'An ARN can be written as the name of what it names: a class has as many accounts as learners. An ARN in the account 123456789012, which is that of AWS’s examples, stands for the same in any account and region.',
    ...(Object.keys(titles) as Subject[]).flatMap((of) => ['', `## ${titles[of]}`, '', ...table(of)]),
    '',
    '## Choices beside these',
    '',
    'What the wizard asks in other words, or more than one setting at once, and the lists of things, each an object with the labels above.',
    '',
    ...rows(
      ['choice', 'values'],
      wizardChoices.map(({ label, values }) => [label, valuesOf(values)]),
    ),
    '',
    '## Files of the AWS CLI',
    '',
    'A submission that is a folder has one file for each operation that the checks of the lab read. Without the file, those checks could not look.',
    '',
    ...rows(['operation', 'file', 'for several'], Object.entries(allFiles).map(fileRow)),
    '',
  ].join('\n');
}

const table = (of: Subject): string[] =>
  rows(['in steps', 'label', 'values', 'read by'], settings.filter((setting) => setting.of === of).map(row));

const row = ({ name, label, values, read, fixed }: Setting): string[] => [
  name,
  label,
  `${valuesOf(values)}${fixed ? '; fixed once it exists' : ''}`,
  `\`${read.operation}\`: \`${findingPath(read)}\``,
];

function valuesOf({ kind, words = [], unit, min, max, example }: ValueKind): string {
  switch (kind) {
    case 'choice':
      return words.map((word) => `“${word}”`).join(' or ');
    case 'choices':
      return `any of ${words.map((word) => `“${word}”`).join(', ')}`;
    case 'switch':
      return 'on or off; in a solution true or false';
    case 'number':
      return `${min} to ${max} ${unit}`;
    case 'duration':
      return `a time such as “${String(example)}”`;
    case 'text':
      return `a text such as \`${String(example)}\``;
    case 'texts':
      return `texts such as ${[example]
        .flat()
        .map((each) => `\`${String(each)}\``)
        .join(', ')}`;
    case 'table':
      return `\`${JSON.stringify(example)}\``;
  }
}

function fileRow([operation, file]: [string, string]): string[] {
  const folder = keyedOperations[operation as Operation]?.folder;
  return [`\`${operation}\``, `\`${file}\``, folder === undefined ? '' : `\`${folder}/*.json\``];
}

/** A table in the form that Prettier gives it. */
function rows(head: string[], cells: string[][]): string[] {
  const all = [head, ...cells.map((each) => each.map((cell) => cell.replaceAll('|', '\\|')))];
  const widths = head.map((_, at) => Math.max(3, ...all.map((each) => each[at]?.length ?? 0)));
  const line = (each: string[]): string => `| ${each.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const [first = [], ...rest] = all;
  return [line(first), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rest.map(line)];
}

if (require.main === module) {
  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(page, documentSettings());
}
