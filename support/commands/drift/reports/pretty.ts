/** The drift report for a terminal. */
import { inertInLogs } from '../../../common/text/inert-in-logs';
import { oneLine, plainText, visibleJson } from '../../../common/text/plain-text';
import { terminalLayout, type Paint, type TerminalLayout } from '../../../reports/render/terminal-layout';
import { valueLines } from '../../../reports/render/value';
import type { CheckStatus } from '../../../lab/result/result';
import { openDifferences, type Difference, type Drift, type DriftStatus, type PoolDrift } from '../drift-result';
import { nextSteps, type NextStep } from './next-steps';
import type { DriftReport } from './report';
import * as words from './drift-wording';

const looks: Record<DriftStatus, CheckStatus> = { same: 'passed', drift: 'failed', error: 'error' };

export const pretty: DriftReport = (drift, options) => {
  const layout = terminalLayout(options);
  const sections = [
    ...drift.pools.flatMap((pool) => poolSections(pool, drift, layout)),
    waiverSection(drift, layout),
    [
      layout.paint.quiet(layout.rule),
      ...layout.hang('', `Drift: ${words.overall(drift)}.`, layout.paint[looks[drift.status]]),
    ],
    ...nextSteps(drift).map((step) => stepLines(step, layout)),
  ];
  const text = sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  return inertInLogs(`${text}\n`);
};

function poolSections(pool: PoolDrift, drift: Drift, layout: TerminalLayout): string[][] {
  const look = looks[pool.status];
  const waived = pool.differences.filter(({ waiver }) => waiver);
  return [
    [
      ...layout.hang(
        `${layout.paint[look](layout.symbols[look])} ${layout.paint.strong('drift')} `,
        words.poolParts(pool).map(oneLine).join(', '),
      ),
      ...layout.hang('  ', oneLine(words.comparedWith(pool, drift)), layout.paint.quiet),
    ],
    ...openDifferences(pool).map((difference) => differenceLines(difference, layout)),
    ...waived.map((difference) => differenceLines(difference, layout)),
    ...pool.unread.map(({ parts, reason, remedy }) => [
      ...layout.hang(`  ${layout.paint.error(layout.symbols.error)} `, 'Could not look', layout.paint.strong),
      ...layout.hang('    ', plainText(reason)),
      ...(remedy ? layout.hang(`    ${layout.paint.strong('Remedy')}  `, plainText(remedy)) : []),
      ...layout.hang(`    ${layout.paint.strong('Parts')}   `, parts.map(oneLine).join(', ')),
    ]),
    pool.accepted.length === 0
      ? []
      : layout.hang(
          `  ${layout.symbols.skipped} `,
          `Failed when the baseline was taken, and does still: ${pool.accepted.map(oneLine).join(', ')}`,
          layout.paint.quiet,
        ),
  ];
}

function differenceLines(difference: Difference, layout: TerminalLayout): string[] {
  const { path, expected, actual, breaks, waiver, note } = difference;
  const look = waiver ? 'skipped' : 'failed';
  const row = (label: string, lines: string[], paint?: Paint): string[] =>
    lines.flatMap((line, index) => {
      const [indent = ''] = /^ */.exec(line) ?? [];
      const text = line.slice(indent.length);
      return layout.hang(`    ${(index === 0 ? label : '').padEnd(10)}${indent}`, text, paint, true);
    });
  const room = layout.width - 14;
  return [
    ...layout.justify(
      `  ${layout.paint[look](layout.symbols[look])} `,
      oneLine(path),
      words.kindText(difference),
      layout.paint.strong,
    ),
    ...(note !== undefined && expected === undefined && actual === undefined
      ? []
      : [
          ...row('expected', valueLines(expected, room), layout.paint.passed),
          ...row('found', valueLines(actual, room), layout.paint.failed),
        ]),
    ...(note === undefined ? [] : row('note', [oneLine(note)])),
    ...(breaks.length === 0 ? [] : row('breaks', [breaks.map(oneLine).join(', ')])),
    ...row('since', [words.sinceText(difference)]),
    ...(waiver ? row('waived', [oneLine(words.waiverText(waiver))]) : []),
  ];
}

/** Text to paste is not wrapped. */
const stepLines = ({ text, paste }: NextStep, layout: TerminalLayout): string[] => [
  ...layout.hang('', text),
  ...(paste?.split('\n').map((line) => `  ${visibleJson(line)}`) ?? []),
];

const waiverSection = (drift: Drift, layout: TerminalLayout): string[] =>
  words
    .ineffectiveWaivers(drift)
    .flatMap((text) => layout.hang(`${layout.paint.blocked(layout.symbols.blocked)} `, oneLine(text)));
