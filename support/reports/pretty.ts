/** The report for a terminal. */
import type { LabResult, TaskResult } from '../lab/result/result';
import { takePen, type Pen } from './render/terminal-layout';
import { oneLine, plainText } from '../common/text/plain-text';
import { checkLines, mark } from './render/pretty-check';
import type { Report } from './render/report';
import { tellStory, type Located, type NextStep, type SharedReason, type Story } from './render/summarize-result';
import * as words from './render/wording';

export const pretty: Report = (result, options) => {
  const pen = takePen(options);
  const told = tellStory(result);
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
  const parts = words.targetParts(result.target).map(oneLine);
  return pen.hang(`${pen.paint.strong('cognito-lab')} `, parts.join(', '), pen.paint.quiet);
}

function taskSection(task: TaskResult, told: Story, pen: Pen): string[] {
  const state = task.status === 'passed' ? '' : `${words.statusWords[task.status]}, `;
  return [
    ...pen.spread(
      `${mark(task, pen)} `,
      `Task ${task.id}: ${oneLine(task.title)}`,
      state + words.taskScoreText(task),
      pen.paint.strong,
    ),
    ...task.checks.flatMap((check) => checkLines(check, told, pen)),
    ...elsewhere(task, told, pen),
  ];
}

/** Blocked checks of this task whose cause stands in another task, or nowhere in this result. */
function elsewhere(task: TaskResult, told: Story, pen: Pen): string[] {
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

function unreadSection(causes: SharedReason[], pen: Pen): string[] {
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

function skippedSection({ reason, checks }: SharedReason, pen: Pen): string[] {
  const text = `${words.count(checks.length, 'check')} skipped, not counted in the score. ${oneLine(reason)}`;
  return [
    ...pen.hang(`${pen.symbols.skipped} `, text, pen.paint.quiet),
    ...pen.hang('  ', idList(checks), pen.paint.quiet),
  ];
}

const idList = (checks: Located[]): string => checks.map(({ check }) => oneLine(check.id)).join(', ');

function summary(result: LabResult, told: Story, pen: Pen): string[] {
  const score =
    result.status === 'error'
      ? `No score: ${words.count(told.counts.error, 'check')} could not be looked at.`
      : `Score: ${words.scoreText(result.score)}`;
  const effort = words.effortText(result);
  return [
    pen.paint.quiet(pen.rule),
    ...pen.spread('', score, [words.countsText(told.counts), effort].filter(Boolean).join('; '), (line) =>
      pen.paint.strong(pen.paint[result.status](line)),
    ),
  ];
}

function nextSection(next: NextStep, pen: Pen): string[] {
  const text = words.nextLines(next).map(plainText).join('\n');
  return next.kind === 'done' ? pen.hang('', text, pen.paint.passed) : pen.hang(`${pen.paint.strong('Next')}  `, text);
}
