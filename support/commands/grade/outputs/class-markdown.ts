/** The class in Markdown, for the summary of a CI job: totals, and who could not be graded and why. */
import { inertInLogs } from '../../../common/text/inert-in-logs';
import { oneLine, plainText } from '../../../common/text/plain-text';
import { shorten } from '../../../common/text/shorten';
import type { ClassSummary } from '../../../lab/result/class-result';
import { code, prose } from '../../../reports/markdown';
import { count, labText, points } from '../../../reports/render/wording';

/** GitHub discards a summary of more than 1 MiB. These limits stay below that. */
const most = { rows: 100, characters: 1_000 } as const;

export function classMarkdown(summary: ClassSummary): string {
  const { totals, possible } = summary;
  const blocks = [
    `## ${prose(text(labText(summary.lab)))}: ${totals.graded} of ${count(totals.learners, 'learner')} graded`,
    table(
      ['Everything passed', 'Something failed', 'Could not be graded', 'Handed in nothing', 'Late'],
      [[totals.passed, totals.failed, totals.error, totals.notHandedIn, totals.late].map(String)],
    ),
    ...(totals.mean === undefined || totals.median === undefined
      ? []
      : [`Mean ${points(totals.mean)}, median ${points(totals.median)} of ${points(possible)} points.`]),
    ...notGraded(summary),
    ...missed(summary),
    ...summary.notes.slice(0, most.rows).map((note) => `- ${prose(text(note))}`),
  ];
  return inertInLogs(`${blocks.join('\n\n')}\n`);
}

const text = (value: string): string => shorten(oneLine(plainText(value)), most.characters);

function notGraded({ couldNotGrade }: ClassSummary): string[] {
  const errors = couldNotGrade.filter(({ status }) => status === 'error');
  if (!errors.length) return [];
  const rows = errors
    .slice(0, most.rows)
    .map(({ student, reasons }) => [inline(text(student)), prose(text(reasons[0]?.reason ?? ''))]);
  return [
    '### Could not be graded',
    table(['Learner', 'Reason'], rows),
    ...(errors.length > rows.length ? [`And ${errors.length - rows.length} more: see summary.json.`] : []),
  ];
}

function missed({ mostMissed }: ClassSummary): string[] {
  if (!mostMissed.length) return [];
  const rows = mostMissed
    .slice(0, most.rows)
    .map(({ setting, title, task, missed: many, of }) => [
      `Task ${task}: ${prose(text(title))}`,
      inline(text(setting)),
      `${many} of ${of}`,
    ]);
  return ['### Most missed', table(['Check', 'Setting', 'Learners'], rows)];
}

const table = (header: string[], rows: string[][]): string =>
  [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** A pipe in code would end the cell of a table. */
const inline = (value: string): string => (value.includes('|') ? prose(value) : code(value));
