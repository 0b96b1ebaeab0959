/** A check in the report for a terminal: one line if it passed, all details if it did not. */
import type { CheckResult, Finding, TaskResult } from '../../lab/result/result';
import { differences } from './differences';
import { commandLines } from './pretty-fix';
import type { ReportOptions } from './report';
import type { Paint, TerminalLayout } from './terminal-layout';
import { oneLine, plainText } from '../../common/text/plain-text';
import type { ResultSummary } from './summarize-result';
import { valueLines } from './value';
import * as words from './wording';

/** The symbol of a state, in its colour. */
export const mark = ({ status }: TaskResult | CheckResult, layout: TerminalLayout): string =>
  layout.paint[status](layout.symbols[status]);

/** The lines of a check below its task. */
export function checkLines(
  check: CheckResult,
  summary: ResultSummary,
  layout: TerminalLayout,
  commands?: ReportOptions['commands'],
): string[] {
  const title = oneLine(check.title);
  switch (check.status) {
    case 'passed':
      return layout.hang(`  ${mark(check, layout)} `, title);
    case 'failed':
      return failedLines(check, summary, layout, commands);
    case 'error':
      return [
        ...layout.justify(`  ${mark(check, layout)} `, title, oneLine(check.id), (line) => line),
        ...brokenFindings(check, layout),
        ...heldUp(check, summary, layout),
      ];
    // Listed elsewhere: blocked checks under their cause, skipped ones at the end.
    case 'blocked':
    case 'skipped':
      return [];
  }
}

function failedLines(
  check: CheckResult,
  summary: ResultSummary,
  layout: TerminalLayout,
  commands: ReportOptions['commands'],
): string[] {
  const reason = words.reasonBesideFindings(check);
  const controls = words.controlsText(check);
  const worth = `${oneLine(check.id)}, 0 of ${words.count(check.points, 'point')}`;
  return [
    ...layout.justify(`  ${mark(check, layout)} `, oneLine(check.title), worth, layout.paint.failed),
    ...(reason ? layout.hang('    ', plainText(reason)) : []),
    ...brokenFindings(check, layout),
    ...(check.hint || check.docs ? [''] : []),
    ...(check.hint ? layout.hang(`    ${layout.paint.strong('Hint ')}  `, plainText(check.hint)) : []),
    ...(check.why === undefined ? [] : layout.hang(`    ${layout.paint.strong('Why')}    `, plainText(check.why))),
    ...(check.console ? layout.hang(`    ${layout.paint.strong('Where')}  `, plainText(check.console)) : []),
    ...(controls === undefined ? [] : layout.hang(`    ${layout.paint.strong('Controls')}  `, oneLine(controls))),
    ...(check.docs ? docsLines(oneLine(check.docs), layout) : []),
    ...fixLines(check, summary, layout, commands),
    ...heldUp(check, summary, layout),
    '',
  ];
}

/** How it is put right, where that does not stand under "Next". */
function fixLines(
  { fix }: CheckResult,
  { next }: ResultSummary,
  layout: TerminalLayout,
  commands: ReportOptions['commands'],
): string[] {
  const label = `    ${layout.paint.strong('Fix  ')}  `;
  if (!fix || !commands) return [];
  if (fix.kind === 'recreate' && next.kind === 'shortest') return layout.hang(label, 'Make the pool again: see Next.');
  return fix.commands.length
    ? [
        ...layout.hang(
          label,
          fix.kind === 'add' ? 'Paste this to add it:' : 'Paste this, which keeps all other settings:',
        ),
        ...commandLines(fix, layout, commands),
      ]
    : layout.hang(label, fix.note ?? '');
}

/** Indented less where that keeps the address on one line. */
function docsLines(docs: string, layout: TerminalLayout): string[] {
  const label = `    ${layout.paint.strong('Docs')}`;
  const room = layout.width - docs.length;
  if (room >= 11) return layout.hang(`${label}   `, docs, layout.paint.link);
  return [label, ...layout.hang(' '.repeat(room < 0 ? 4 : Math.min(room, 4)), docs, layout.paint.link)];
}

function brokenFindings(check: CheckResult, layout: TerminalLayout): string[] {
  const broken = check.findings.filter(({ holds }) => !holds);
  const right = check.findings.length - broken.length;
  return [
    ...broken.flatMap((finding) => ['', ...findingLines(finding, layout)]),
    ...(broken.length > 0 && right > 0
      ? ['', ...layout.hang('    ', words.otherSettingsText(right), layout.paint.quiet)]
      : []),
  ];
}

function findingLines({ setting, source, expected, actual }: Finding, layout: TerminalLayout): string[] {
  const row = (label: string, lines: string[], paint?: Paint): string[] =>
    lines.flatMap((line, index) => {
      const [indent = ''] = /^ */.exec(line) ?? [];
      const text = line.slice(indent.length);
      return layout.hang(`      ${(index === 0 ? label : '').padEnd(12)}${indent}`, text, paint, true);
    });
  const room = layout.width - 18;
  return [
    ...layout.justify('    ', oneLine(setting), `read by ${oneLine(source)}`, layout.paint.strong),
    ...row('expected', valueLines(expected, room), layout.paint.passed),
    ...row('found', valueLines(actual, room), layout.paint.failed),
    ...differences(expected, actual).flatMap(({ kind, text }) => row(kind, [text])),
  ];
}

function heldUp(check: CheckResult, summary: ResultSummary, layout: TerminalLayout): string[] {
  const blocked = summary.blockedUnder.get(check.id) ?? [];
  if (blocked.length === 0) return [];
  return [
    '',
    ...layout.hang('    ', `Blocked until ${oneLine(check.id)} passes:`),
    ...blocked.flatMap(({ check: waiting, task }) =>
      layout.justify(
        `      ${mark(waiting, layout)} `,
        oneLine(waiting.title),
        `Task ${task.id}, ${oneLine(waiting.id)}`,
        (line) => line,
      ),
    ),
  ];
}
