/** A check in the report for a terminal: a line where it passed, all that helps where it did not. */
import type { CheckResult, Finding, TaskResult } from '../../lab/result/result';
import { differences } from './differences';
import type { Paint, Pen } from './terminal-layout';
import { oneLine, plainText } from '../../common/text/plain-text';
import type { Story } from './summarize-result';
import { valueLines } from './value';
import * as words from './wording';

/** The symbol of a state, in its colour. */
export const mark = ({ status }: TaskResult | CheckResult, pen: Pen): string => pen.paint[status](pen.symbols[status]);

/** A check as it stands under its task. */
export function checkLines(check: CheckResult, told: Story, pen: Pen): string[] {
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

function failedLines(check: CheckResult, told: Story, pen: Pen): string[] {
  const reason = words.reasonToTell(check);
  const worth = `${oneLine(check.id)}, 0 of ${words.count(check.points, 'point')}`;
  return [
    ...pen.spread(`  ${mark(check, pen)} `, oneLine(check.title), worth, pen.paint.failed),
    ...(reason ? pen.hang('    ', plainText(reason)) : []),
    ...brokenFindings(check, pen),
    '',
    ...pen.hang(`    ${pen.paint.strong('Hint ')}  `, plainText(check.hint)),
    ...pen.hang(`    ${pen.paint.strong('Where')}  `, plainText(check.console)),
    ...docsLines(oneLine(check.docs), pen),
    ...heldUp(check, told, pen),
    '',
  ];
}

/** Further to the left where that is what it takes to keep the address on one line. */
function docsLines(docs: string, pen: Pen): string[] {
  const label = `    ${pen.paint.strong('Docs')}`;
  const room = pen.width - docs.length;
  if (room >= 11) return pen.hang(`${label}   `, docs, pen.paint.link);
  return [label, ...pen.hang(' '.repeat(room < 0 ? 4 : Math.min(room, 4)), docs, pen.paint.link)];
}

function brokenFindings(check: CheckResult, pen: Pen): string[] {
  const broken = check.findings.filter(({ holds }) => !holds);
  const right = check.findings.length - broken.length;
  return [
    ...broken.flatMap((finding) => ['', ...findingLines(finding, pen)]),
    ...(broken.length > 0 && right > 0 ? ['', ...pen.hang('    ', words.othersRight(right), pen.paint.quiet)] : []),
  ];
}

function findingLines({ setting, source, expected, actual }: Finding, pen: Pen): string[] {
  const row = (label: string, lines: string[], paint?: Paint): string[] =>
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

function heldUp(check: CheckResult, told: Story, pen: Pen): string[] {
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
