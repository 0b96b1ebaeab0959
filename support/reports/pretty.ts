/** The report for a terminal. */
import type { CheckResult, Finding, LabResult, TaskResult } from '../result/result';
import { differences } from './differences';
import { takePen, type Pen } from './pen';
import { oneLine, plainText } from './plain-text';
import type { Report } from './report';
import * as story from './story';
import { valueLines } from './value';

export const pretty: Report = (result, options) => {
  const pen = takePen(options);
  const told = story.tellStory(result);
  const sections = [
    heading(result, pen),
    ...result.tasks.map((task) => taskSection(task, told, pen)),
    unreadSection(told.unread, pen),
    ...told.skipped.map((group) => skippedSection(group, pen)),
    summary(result, told, pen),
    nextSection(told.next, pen),
  ];
  const text = sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  return `${text.replace(/\n{3,}/g, '\n\n')}\n`;
};

function heading(result: LabResult, pen: Pen): string[] {
  const parts = story.targetParts(result.target).map(oneLine);
  return pen.hang(`${pen.paint.strong('cognito-lab')} `, parts.join(', '), pen.paint.quiet);
}

function taskSection(task: TaskResult, told: story.Story, pen: Pen): string[] {
  const state = task.status === 'passed' ? '' : `${story.statusWords[task.status]}, `;
  return [
    ...pen.spread(
      `${mark(task, pen)} `,
      `Task ${task.id}: ${oneLine(task.title)}`,
      state + story.taskScoreText(task),
      pen.paint.strong,
    ),
    ...task.checks.flatMap((check) => checkLines(check, told, pen)),
    ...elsewhere(task, told, pen),
  ];
}

const mark = ({ status }: TaskResult | CheckResult, pen: Pen): string => pen.paint[status](pen.symbols[status]);

function checkLines(check: CheckResult, told: story.Story, pen: Pen): string[] {
  const title = oneLine(check.title);
  switch (check.status) {
    case 'passed':
      return pen.hang(`  ${mark(check, pen)} `, title);
    case 'failed':
      return failedLines(check, told, pen);
    case 'error':
      return [
        ...pen.spread(`  ${mark(check, pen)} `, title, oneLine(check.id), (line) => line),
        ...brokenFindings(check, pen),
        ...heldUp(check, told, pen),
      ];
    // Said once for all of them: blocked checks under their cause, skipped ones at the end.
    case 'blocked':
    case 'skipped':
      return [];
  }
}

function failedLines(check: CheckResult, told: story.Story, pen: Pen): string[] {
  const reason = story.reasonToTell(check);
  const worth = `${oneLine(check.id)}, 0 of ${story.count(check.points, 'point')}`;
  return [
    ...pen.spread(`  ${mark(check, pen)} `, oneLine(check.title), worth, pen.paint.failed),
    ...(reason ? pen.hang('    ', plainText(reason)) : []),
    ...brokenFindings(check, pen),
    '',
    ...pen.hang(`    ${pen.paint.strong('Hint ')}  `, plainText(check.hint)),
    ...pen.hang(`    ${pen.paint.strong('Where')}  `, plainText(check.console)),
    ...pen.hang(`    ${pen.paint.strong('Docs ')}  `, oneLine(check.docs), pen.paint.link),
    ...heldUp(check, told, pen),
    '',
  ];
}

function brokenFindings(check: CheckResult, pen: Pen): string[] {
  const broken = check.findings.filter(({ holds }) => !holds);
  const right = check.findings.length - broken.length;
  return [
    ...broken.flatMap((finding) => ['', ...findingLines(finding, pen)]),
    ...(broken.length > 0 && right > 0 ? ['', ...pen.hang('    ', story.othersRight(right), pen.paint.quiet)] : []),
  ];
}

function findingLines({ setting, source, expected, actual }: Finding, pen: Pen): string[] {
  const row = (label: string, lines: string[], paint?: (text: string) => string): string[] =>
    lines.flatMap((line, index) => {
      const [, indent = '', text = ''] = /^( *)([^]*)$/.exec(line) ?? [];
      return pen.hang(`      ${(index === 0 ? label : '').padEnd(12)}${indent}`, text, paint, true);
    });
  const room = pen.width - 18;
  return [
    ...pen.spread('    ', oneLine(setting), `read by ${oneLine(source)}`, pen.paint.strong),
    ...row('expected', valueLines(expected, room), pen.paint.passed),
    ...row('found', valueLines(actual, room), pen.paint.failed),
    ...differences(expected, actual).flatMap(({ kind, text }) => row(kind, [text])),
  ];
}

function heldUp(check: CheckResult, told: story.Story, pen: Pen): string[] {
  const blocked = told.blockedUnder.get(check.id) ?? [];
  if (blocked.length === 0) return [];
  return [
    '',
    ...pen.hang('    ', `Blocked until ${oneLine(check.id)} passes:`),
    ...blocked.flatMap(({ check: waiting, task }) =>
      pen.spread(
        `      ${mark(waiting, pen)} `,
        oneLine(waiting.title),
        `Task ${task.id}, ${oneLine(waiting.id)}`,
        (line) => line,
      ),
    ),
  ];
}

/** Blocked checks of this task whose cause stands in another task, or nowhere in this result. */
function elsewhere(task: TaskResult, told: story.Story, pen: Pen): string[] {
  const own = task.checks.flatMap(({ id }) => told.blockedUnder.get(id) ?? []);
  return task.checks
    .filter((check) => check.status === 'blocked' && !own.some((shown) => shown.check === check))
    .flatMap((check) =>
      pen.hang(
        `  ${mark(check, pen)} `,
        `${oneLine(check.title)}: blocked until ${oneLine(check.blockedBy ?? 'another check')} passes`,
        pen.paint.quiet,
      ),
    );
}

function unreadSection(causes: story.SharedReason[], pen: Pen): string[] {
  if (causes.length === 0) return [];
  return [
    ...pen.hang(`${pen.paint.error(pen.symbols.error)} `, 'Could not look, so not graded', pen.paint.strong),
    ...causes.flatMap(({ reason, remedy, checks }, index) => [
      ...(index > 0 ? [''] : []),
      ...pen.hang('  ', plainText(reason)),
      ...(remedy ? pen.hang(`  ${pen.paint.strong('Remedy')}  `, plainText(remedy)) : []),
      ...pen.hang(`  ${pen.paint.strong('Checks')}  `, idList(checks)),
    ]),
  ];
}

function skippedSection({ reason, checks }: story.SharedReason, pen: Pen): string[] {
  const text = `${story.count(checks.length, 'check')} skipped, not counted in the score. ${oneLine(reason)}`;
  return [
    ...pen.hang(`${pen.symbols.skipped} `, text, pen.paint.quiet),
    ...pen.hang('  ', idList(checks), pen.paint.quiet),
  ];
}

const idList = (checks: story.Located[]): string => checks.map(({ check }) => oneLine(check.id)).join(', ');

function summary(result: LabResult, told: story.Story, pen: Pen): string[] {
  const score =
    result.status === 'error'
      ? `No score: ${story.count(told.counts.error, 'check')} could not be looked at.`
      : `Score: ${story.scoreText(result.score)}`;
  const effort = story.effortText(result);
  return [
    pen.paint.quiet(pen.rule),
    ...pen.spread('', score, [story.countsText(told.counts), effort].filter(Boolean).join('; '), (line) =>
      pen.paint.strong(pen.paint[result.status](line)),
    ),
  ];
}

function nextSection(next: story.NextStep, pen: Pen): string[] {
  const text = story.nextLines(next).map(plainText).join('\n');
  return next.kind === 'done' ? pen.hang('', text, pen.paint.passed) : pen.hang(`${pen.paint.strong('Next')}  `, text);
}
