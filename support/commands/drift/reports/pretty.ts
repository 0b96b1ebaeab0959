/** The drift report for a terminal. */
import { oneLine, plainText } from '../../../common/text/plain-text';
import { takePen, type Paint, type Pen } from '../../../reports/render/terminal-layout';
import { valueLines } from '../../../reports/render/value';
import type { CheckStatus } from '../../../lab/result/result';
import { counted, type Difference, type Drift, type DriftStatus, type PoolDrift } from '../drift-result';
import type { DriftReport } from './report';
import * as words from './wording';

const looks: Record<DriftStatus, CheckStatus> = { same: 'passed', drift: 'failed', error: 'error' };

export const pretty: DriftReport = (drift, options) => {
  const pen = takePen(options);
  const sections = [
    ...drift.pools.flatMap((pool) => poolSections(pool, drift, pen)),
    waiverSection(drift, pen),
    [pen.paint.quiet(pen.rule), ...pen.hang('', `Drift: ${words.overall(drift)}.`, pen.paint[looks[drift.status]])],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
};

function poolSections(pool: PoolDrift, drift: Drift, pen: Pen): string[][] {
  const look = looks[pool.status];
  const waived = pool.differences.filter(({ waiver }) => waiver);
  return [
    [
      ...pen.hang(
        `${pen.paint[look](pen.symbols[look])} ${pen.paint.strong('drift')} `,
        words.poolParts(pool).map(oneLine).join(', '),
      ),
      ...pen.hang('  ', oneLine(words.comparedWith(pool, drift)), pen.paint.quiet),
    ],
    ...counted(pool).map((difference) => differenceLines(difference, pen)),
    ...waived.map((difference) => differenceLines(difference, pen)),
    ...pool.unread.map(({ parts, reason, remedy }) => [
      ...pen.hang(`  ${pen.paint.error(pen.symbols.error)} `, 'Could not look', pen.paint.strong),
      ...pen.hang('    ', plainText(reason)),
      ...(remedy ? pen.hang(`    ${pen.paint.strong('Remedy')}  `, plainText(remedy)) : []),
      ...pen.hang(`    ${pen.paint.strong('Parts')}   `, parts.map(oneLine).join(', ')),
    ]),
    pool.accepted.length === 0
      ? []
      : pen.hang(
          `  ${pen.symbols.skipped} `,
          `Failed when the baseline was taken, and does still: ${pool.accepted.map(oneLine).join(', ')}`,
          pen.paint.quiet,
        ),
  ];
}

function differenceLines(difference: Difference, pen: Pen): string[] {
  const { path, expected, actual, breaks, waiver, note } = difference;
  const look = waiver ? 'skipped' : 'failed';
  const row = (label: string, lines: string[], paint?: Paint): string[] =>
    lines.flatMap((line, index) => {
      const [, indent = '', text = ''] = /^( *)([^]*)$/.exec(line) ?? [];
      return pen.hang(`    ${(index === 0 ? label : '').padEnd(10)}${indent}`, text, paint, true);
    });
  const room = pen.width - 14;
  return [
    ...pen.spread(
      `  ${pen.paint[look](pen.symbols[look])} `,
      oneLine(path),
      words.kindText(difference),
      pen.paint.strong,
    ),
    ...(note !== undefined && expected === undefined && actual === undefined
      ? []
      : [
          ...row('expected', valueLines(expected, room), pen.paint.passed),
          ...row('found', valueLines(actual, room), pen.paint.failed),
        ]),
    ...(note === undefined ? [] : row('note', [oneLine(note)])),
    ...(breaks.length === 0 ? [] : row('breaks', [breaks.map(oneLine).join(', ')])),
    ...row('since', [words.sinceText(difference)]),
    ...(waiver ? row('waived', [oneLine(words.waiverText(waiver))]) : []),
  ];
}

const waiverSection = (drift: Drift, pen: Pen): string[] =>
  words.idleWaivers(drift).flatMap((text) => pen.hang(`${pen.paint.blocked(pen.symbols.blocked)} `, oneLine(text)));
