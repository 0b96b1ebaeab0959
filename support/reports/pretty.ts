/** The report for a terminal. */
import type { LabResult, TaskResult } from '../lab/result/result';
import { terminalLayout, type TerminalLayout } from './render/terminal-layout';
import { inertInLogs } from '../common/text/inert-in-logs';
import { oneLine, plainText } from '../common/text/plain-text';
import { checkLines, mark } from './render/pretty-check';
import { commandLines } from './render/pretty-fix';
import type { Report, ReportOptions } from './render/report';
import {
  summarizeResult,
  type Located,
  type NextStep,
  type SharedReason,
  type ResultSummary,
} from './render/summarize-result';
import * as words from './render/wording';

export const pretty: Report = (result, options) => {
  const layout = terminalLayout(options);
  const summary = summarizeResult(result);
  const sections = [
    heading(result, layout),
    ...result.tasks.map((task) => taskSection(task, summary, layout, options.commands)),
    unreadSection(summary.unread, layout),
    ...summary.skipped.map((group) => skippedSection(group, layout)),
    scoreLines(result, summary, layout),
    nextSection(summary.next, layout, options.commands),
  ];
  const text = sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  return inertInLogs(`${text.replace(/\n{3,}/g, '\n\n')}\n`);
};

function heading(result: LabResult, layout: TerminalLayout): string[] {
  const parts = [words.labText(result.lab), ...words.targetParts(result.target)].map(oneLine);
  return layout.hang(`${layout.paint.strong('cognito-lab')} `, parts.join(', '), layout.paint.quiet);
}

function taskSection(
  task: TaskResult,
  summary: ResultSummary,
  layout: TerminalLayout,
  commands: ReportOptions['commands'],
): string[] {
  const state = task.status === 'passed' ? '' : `${words.statusWords[task.status]}, `;
  return [
    ...layout.justify(
      `${mark(task, layout)} `,
      `Task ${task.id}: ${oneLine(task.title)}`,
      state + words.taskScoreText(task),
      layout.paint.strong,
    ),
    ...task.checks.flatMap((check) => checkLines(check, summary, layout, commands)),
    ...elsewhere(task, summary, layout),
  ];
}

/** Blocked checks of this task whose cause is in another task or not in this result. */
function elsewhere(task: TaskResult, summary: ResultSummary, layout: TerminalLayout): string[] {
  const own = task.checks.flatMap(({ id }) => summary.blockedUnder.get(id) ?? []);
  return task.checks
    .filter((check) => check.status === 'blocked' && !own.some((shown) => shown.check === check))
    .flatMap((check) =>
      layout.hang(
        `  ${mark(check, layout)} `,
        `${oneLine(check.title)}: blocked until ${oneLine(check.blockedBy ?? 'another check')} passes`,
        layout.paint.quiet,
      ),
    );
}

function unreadSection(causes: SharedReason[], layout: TerminalLayout): string[] {
  if (causes.length === 0) return [];
  return [
    ...layout.hang(
      `${layout.paint.error(layout.symbols.error)} `,
      'Could not look, so not graded',
      layout.paint.strong,
    ),
    ...causes.flatMap(({ reason, remedy, checks }, index) => [
      ...(index > 0 ? [''] : []),
      ...layout.hang('  ', plainText(reason)),
      ...(remedy ? layout.hang(`  ${layout.paint.strong('Remedy')}  `, plainText(remedy)) : []),
      ...layout.hang(`  ${layout.paint.strong('Checks')}  `, idList(checks)),
    ]),
  ];
}

function skippedSection({ reason, checks }: SharedReason, layout: TerminalLayout): string[] {
  const text = `${words.count(checks.length, 'check')} skipped, not counted in the score. ${oneLine(reason)}`;
  return [
    ...layout.hang(`${layout.symbols.skipped} `, text, layout.paint.quiet),
    ...layout.hang('  ', idList(checks), layout.paint.quiet),
  ];
}

const idList = (checks: Located[]): string => checks.map(({ check }) => oneLine(check.id)).join(', ');

function scoreLines(result: LabResult, summary: ResultSummary, layout: TerminalLayout): string[] {
  const score =
    result.status === 'error'
      ? `No score: ${words.count(summary.counts.error, 'check')} could not be completed.`
      : `Score: ${words.scoreText(result.score)}`;
  const effort = words.effortText(result);
  return [
    layout.paint.quiet(layout.rule),
    ...layout.justify('', score, [words.countsText(summary.counts), effort].filter(Boolean).join('; '), (line) =>
      layout.paint.strong(layout.paint[result.status](line)),
    ),
  ];
}

function nextSection(next: NextStep, layout: TerminalLayout, commands: ReportOptions['commands']): string[] {
  const text = words
    .nextLines(next, commands ? 'shown' : 'hidden')
    .map(plainText)
    .join('\n');
  return next.kind === 'done'
    ? layout.hang('', text, layout.paint.passed)
    : [
        ...layout.hang(`${layout.paint.strong('Next')}  `, text),
        ...(next.kind === 'shortest' ? commandLines(next.fix, layout, commands) : []),
      ];
}
