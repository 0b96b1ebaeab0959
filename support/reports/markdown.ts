/** GitHub Flavored Markdown, for a job summary. Untrusted text never becomes markup, a link or a mention. */
import path from 'node:path';
import type { CheckResult, CheckStatus, Finding, Fix, LabResult, TaskResult } from '../lab/result/result';
import { differences } from './render/differences';
import { inertInLogs } from '../common/text/inert-in-logs';
import { oneLine, plainText, webAddress } from '../common/text/plain-text';
import type { Report } from './render/report';
import { summarizeResult, type Located, type SharedReason, type ResultSummary } from './render/summarize-result';
import { show } from './render/value';
import * as words from './render/wording';

const symbols: Record<CheckStatus, string> = { passed: '✅', failed: '❌', blocked: '⛔', error: '❓', skipped: '➖' };

export const markdown: Report = (result) => {
  const summary = summarizeResult(result);
  const blocks = [
    ...overview(result, summary),
    ...result.tasks.flatMap((task) => taskBlocks(task, summary)),
    ...unreadBlocks(summary),
    ...summary.blockedElsewhere.map(elsewhereBlock),
    ...summary.skipped.map(skippedBlock),
    `**Next:** ${words.nextLines(summary.next).map(prose).join('<br>')}`,
    ...(summary.next.kind === 'shortest' ? fixBlocks(summary.next.fix) : []),
  ];
  return inertInLogs(`${blocks.join('\n\n')}\n`);
};

function overview(result: LabResult, summary: ResultSummary): string[] {
  const verdict =
    result.status === 'error'
      ? `no score, ${words.count(summary.counts.error, 'check')} could not be completed`
      : words.scoreText(result.score);
  const rows = result.tasks.map((task) =>
    [`${task.id}`, prose(task.title), state(task.status), words.taskScoreText(task)].join(' | '),
  );
  return [
    `## ${symbols[result.status]} ${prose(words.labText(result.lab))}: ${verdict}`,
    `Checked: ${words.targetParts(result.target).map(prose).join(', ')}. ${words.countsText(summary.counts)}.`,
    ['| Task | Title | State | Score |', '| ---: | --- | --- | ---: |', ...rows.map((row) => `| ${row} |`)].join('\n'),
  ];
}

const state = (status: CheckStatus): string => `${symbols[status]} ${words.statusWords[status]}`;

function taskBlocks(task: TaskResult, summary: ResultSummary): string[] {
  const failed = task.checks.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return [];
  return [`### Task ${task.id}: ${prose(task.title)}`, ...failed.flatMap((check) => checkBlocks(check, summary))];
}

function checkBlocks(check: CheckResult, summary: ResultSummary): string[] {
  const address = webAddress(check.docs);
  const reason = words.reasonBesideFindings(check);
  const controls = words.controlsText(check);
  return [
    `#### ${symbols.failed} ${prose(check.title)} (${code(check.id)}, 0 of ${words.count(check.points, 'point')})`,
    ...(reason ? [`**Why:** ${prose(reason)}`] : []),
    ...check.findings.filter(({ holds }) => !holds).map(findingBlock),
    ...(check.hint ? [`**Hint:** ${prose(check.hint)}`] : []),
    ...(check.why === undefined ? [] : [`**Why it matters:** ${prose(check.why)}`]),
    ...(check.console ? [`**Where:** ${prose(check.console)}`] : []),
    ...(controls === undefined ? [] : [`**Published controls:** ${prose(controls)}`]),
    ...(check.docs
      ? [`**Docs:** ${address ? `[${prose(lastPart(address))}](<${destination(address)}>)` : code(check.docs)}`]
      : []),
    ...(check.fix && (check.fix.kind !== 'recreate' || summary.next.kind !== 'shortest') ? fixBlocks(check.fix) : []),
    ...heldUp(check, summary),
  ];
}

function heldUp(check: CheckResult, summary: ResultSummary): string[] {
  const blocked = summary.blockedUnder.get(check.id) ?? [];
  return blocked.length > 0 ? [`${symbols.blocked} Blocked until ${code(check.id)} passes:`, located(blocked)] : [];
}

/** Folded away, for both shells. A fence longer than any run of backticks in a command. */
function fixBlocks({ commands, powershell, note }: Fix): string[] {
  const folded = (title: string, language: string, lines: string[]): string[] => [
    `<details><summary>${title}</summary>`,
    ['````' + language, ...lines.map(plainText), '````'].join('\n'),
    '</details>',
  ];
  return [
    ...(commands.length
      ? [
          ...folded('Commands of the AWS CLI that put it right', 'sh', commands),
          ...folded('The same for PowerShell', 'powershell', powershell),
        ]
      : []),
    ...(note ? [prose(note)] : []),
  ];
}

const lastPart = (address: string): string => path.posix.basename(new URL(address).pathname) || new URL(address).host;

/** Between `<` and `>`, entities and backslashes are still markup. */
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

const unreadBlocks = (summary: ResultSummary): string[] => [
  ...(summary.unread.length > 0 ? [`### ${symbols.error} Could not look, so not graded`] : []),
  ...summary.unread.flatMap(({ reason, remedy, checks }) => [
    `**Why:** ${prose(reason)}${remedy ? `<br>**Remedy:** ${prose(remedy)}` : ''}`,
    located(checks),
    ...checks.flatMap(({ check }) => heldUp(check, summary)),
  ]),
];

const elsewhereBlock = ({ check, task }: Located): string =>
  `${symbols.blocked} Task ${task.id}, ${code(check.id)}: blocked until ${code(check.blockedBy ?? 'another check')} passes.`;

const skippedBlock = ({ reason, checks }: SharedReason): string =>
  `${symbols.skipped} ${words.count(checks.length, 'check')} skipped, not counted in the score. ${prose(reason)} ` +
  checks.map(({ check }) => code(check.id)).join(', ');

/** Text on one line, so that none of it begins a block. Words that GitHub would link or notify become code. */
export const prose = (text: string): string =>
  plainText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => line.split(' ').map(word).join(' '))
    .join('<br>');

/** A pipe stays outside of code: in a table cell, code cannot escape it after a backslash. */
const word = (text: string): string =>
  /:\/\/|www\.|@|mailto:|xmpp:/i.test(text)
    ? text
        .split('|')
        .map((part) => part && code(part))
        .join('\\|')
    : text.replace(/[\\`*_[\]<>&|~#$!]/g, '\\$&');

/** Inline code, whatever backticks it contains. */
export function code(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const room = /^`|`$|^ .* $/.test(line) ? ' ' : '';
  return line === '' ? '` `' : `${fence}${room}${line}${room}${fence}`;
}
