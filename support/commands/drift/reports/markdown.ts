/** GitHub Flavored Markdown, for the summary of a job and for an issue. */
import { inertInLogs } from '../../../common/text/inert-in-logs';
import { inertJson } from '../../../common/text/plain-text';
import { code, prose } from '../../../reports/markdown';
import { show } from '../../../reports/render/value';
import { openDifferences, type Difference, type Drift, type DriftStatus, type PoolDrift } from '../drift-result';
import { nextSteps } from './next-steps';
import type { DriftReport } from './report';
import * as words from './drift-wording';

const symbols: Record<DriftStatus, string> = { same: '✅', drift: '❌', error: '❓' };

export const markdown: DriftReport = (drift) => inertInLogs(`${reportBlocks(drift).join('\n\n')}\n`);

/** The report, as a list of blocks. */
export const reportBlocks = (drift: Drift): string[] => [
  `## ${symbols[drift.status]} Drift: ${prose(words.overall(drift))}`,
  ...drift.pools.flatMap((pool) => poolBlocks(pool, drift)),
  ...waiverBlocks(drift),
  ...nextSteps(drift).map(({ text, paste }) =>
    paste === undefined ? prose(text) : `${prose(text)}\n\n${fenced(paste)}`,
  ),
];

/** A file to paste is JSON, in which untrusted backticks never start a line and cannot end the fence. */
const fenced = (text: string): string => `\`\`\`\`\`\n${inertJson(text)}\n\`\`\`\`\``;

/** The blocks about one pool. */
export function poolBlocks(pool: PoolDrift, drift: Drift): string[] {
  const waived = pool.differences.filter(({ waiver }) => waiver);
  return [
    `### ${symbols[pool.status]} ${words.poolParts(pool).map(prose).join(', ')}`,
    prose(words.comparedWith(pool, drift)),
    ...table(openDifferences(pool)),
    ...pool.unread.map(
      ({ parts, reason, remedy }) =>
        `**Could not look** at ${parts.map(code).join(', ')}: ${prose(reason)}${remedy ? `<br>**Remedy:** ${prose(remedy)}` : ''}`,
    ),
    ...waived.map(({ path, waiver }) => `➖ Waived: ${code(path)}, ${waiver ? prose(words.waiverText(waiver)) : ''}`),
    ...(pool.accepted.length > 0
      ? [`➖ Failed when the baseline was taken, and does still: ${pool.accepted.map(code).join(', ')}`]
      : []),
  ];
}

function table(differences: readonly Difference[]): string[] {
  if (differences.length === 0) return [];
  const rows = differences.map((difference) => {
    const { path, expected, actual, breaks, note } = difference;
    return [
      cell(path),
      prose(words.kindText(difference)) + (note === undefined ? '' : `<br>${prose(note)}`),
      value(expected),
      value(actual),
      breaks.map(cell).join(', '),
      prose(words.sinceText(difference)),
    ].join(' | ');
  });
  return [
    [
      '| Setting | Kind | Expected | Found | Breaks | Since |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rows.map((row) => `| ${row} |`),
    ].join('\n'),
  ];
}

const value = (found: unknown): string => (found === undefined ? '*not set*' : cell(show(found)));

/** Inline code in a table cell: a pipe would end the cell, even within code. */
const cell = (text: string): string =>
  text
    .split('|')
    .map((part) => part && code(part))
    .join('\\|');

const waiverBlocks = (drift: Drift): string[] => words.ineffectiveWaivers(drift).map((text) => `⛔ ${prose(text)}`);
