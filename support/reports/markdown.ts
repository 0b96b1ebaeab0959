/** GitHub Flavored Markdown, for the summary of a CI job. Text from outside never becomes markup, a link or a mention. */
import path from 'node:path';
import type { CheckResult, CheckStatus, Finding, LabResult, TaskResult } from '../lab/result/result';
import { differences } from './render/differences';
import { oneLine, plainText, webAddress } from '../common/text/plain-text';
import type { Report } from './render/report';
import { tellStory, type Located, type SharedReason, type Story } from './render/summarize-result';
import { show } from './render/value';
import * as words from './render/wording';

const symbols: Record<CheckStatus, string> = { passed: '✅', failed: '❌', blocked: '⛔', error: '❓', skipped: '➖' };

export const markdown: Report = (result) => {
  const told = tellStory(result);
  const blocks = [
    ...overview(result, told),
    ...result.tasks.flatMap((task) => taskBlocks(task, told)),
    ...unreadBlocks(told),
    ...told.blockedElsewhere.map(elsewhereBlock),
    ...told.skipped.map(skippedBlock),
    `**Next:** ${words.nextLines(told.next).map(prose).join('<br>')}`,
  ];
  return `${blocks.join('\n\n')}\n`;
};

function overview(result: LabResult, told: Story): string[] {
  const verdict =
    result.status === 'error'
      ? `no score, ${words.count(told.counts.error, 'check')} could not be looked at`
      : words.scoreText(result.score);
  const rows = result.tasks.map((task) =>
    [`${task.id}`, prose(task.title), state(task.status), words.taskScoreText(task)].join(' | '),
  );
  return [
    `## ${symbols[result.status]} cognito-lab: ${verdict}`,
    `Checked: ${words.targetParts(result.target).map(prose).join(', ')}. ${words.countsText(told.counts)}.`,
    ['| Task | Title | State | Score |', '| ---: | --- | --- | ---: |', ...rows.map((row) => `| ${row} |`)].join('\n'),
  ];
}

const state = (status: CheckStatus): string => `${symbols[status]} ${words.statusWords[status]}`;

function taskBlocks(task: TaskResult, told: Story): string[] {
  const failed = task.checks.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return [];
  return [`### Task ${task.id}: ${prose(task.title)}`, ...failed.flatMap((check) => checkBlocks(check, told))];
}

function checkBlocks(check: CheckResult, told: Story): string[] {
  const address = webAddress(check.docs);
  const reason = words.reasonToTell(check);
  return [
    `#### ${symbols.failed} ${prose(check.title)} (${code(check.id)}, 0 of ${words.count(check.points, 'point')})`,
    ...(reason ? [`**Why:** ${prose(reason)}`] : []),
    ...check.findings.filter(({ holds }) => !holds).map(findingBlock),
    `**Hint:** ${prose(check.hint)}`,
    `**Where:** ${prose(check.console)}`,
    `**Docs:** ${address ? `[${prose(lastPart(address))}](<${destination(address)}>)` : code(check.docs)}`,
    ...heldUp(check, told),
  ];
}

function heldUp(check: CheckResult, told: Story): string[] {
  const blocked = told.blockedUnder.get(check.id) ?? [];
  return blocked.length > 0 ? [`${symbols.blocked} Blocked until ${code(check.id)} passes:`, located(blocked)] : [];
}

const lastPart = (address: string): string => path.posix.basename(new URL(address).pathname) || new URL(address).host;

/** Between `<` and `>`, an entity and a backslash would still be read as markup. */
const destination = (address: string): string => address.replaceAll('\\', '%5C').replaceAll('&', '&amp;');

const findingBlock = ({ setting, source, expected, actual }: Finding): string =>
  [
    `- ${code(setting)}, read by ${code(source)}`,
    `  - expected ${code(show(expected))}`,
    `  - found ${code(show(actual))}`,
    ...differences(expected, actual).map(({ kind, text }) => `  - ${kind}: ${code(text)}`),
  ].join('\n');

const located = (checks: Located[]): string =>
  checks.map(({ check, task }) => `- ${code(check.id)} (Task ${task.id}): ${prose(check.title)}`).join('\n');

const unreadBlocks = (told: Story): string[] => [
  ...(told.unread.length > 0 ? [`### ${symbols.error} Could not look, so not graded`] : []),
  ...told.unread.flatMap(({ reason, remedy, checks }) => [
    `**Why:** ${prose(reason)}${remedy ? `<br>**Remedy:** ${prose(remedy)}` : ''}`,
    located(checks),
    ...checks.flatMap(({ check }) => heldUp(check, told)),
  ]),
];

const elsewhereBlock = ({ check, task }: Located): string =>
  `${symbols.blocked} Task ${task.id}, ${code(check.id)}: blocked until ${code(check.blockedBy ?? 'another check')} passes.`;

const skippedBlock = ({ reason, checks }: SharedReason): string =>
  `${symbols.skipped} ${words.count(checks.length, 'check')} skipped, not counted in the score. ${prose(reason)} ` +
  checks.map(({ check }) => code(check.id)).join(', ');

/** Text on one line, so that nothing in it can begin a block. Words that GitHub would link or notify become code. */
export const prose = (text: string): string =>
  plainText(text)
    .split(/\s*\n\s*/)
    .filter(Boolean)
    .map((line) => line.trim().split(' ').map(word).join(' '))
    .join('<br>');

/** A pipe stays outside of code: in a cell of a table, code has no way to escape it after a backslash. */
const word = (text: string): string =>
  /:\/\/|www\.|@|mailto:|xmpp:/i.test(text)
    ? text
        .split('|')
        .map((part) => part && code(part))
        .join('\\|')
    : text.replace(/[\\`*_[\]<>&|~#$!]/g, '\\$&');

/** Code on one line, whatever backticks it holds. */
export function code(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const room = /^`|`$|^ .* $/.test(line) ? ' ' : '';
  return line === '' ? '` `' : `${fence}${room}${line}${room}${fence}`;
}
