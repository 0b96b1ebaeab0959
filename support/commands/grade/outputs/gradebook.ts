import { oneLine } from '../../../common/text/plain-text';
import type { ClassSummary, LearnerSummary } from '../../../lab/result/class-result';
import type { Entry } from '../inputs/entry';
import { adjustmentText } from '../../../reports/render/wording';
import { csv, type Cell } from './csv';
import { filledRoster } from './filled-roster';
import type { GradebookPlan } from './gradebook-plan';

interface Gradebook {
  summary: ClassSummary;
  entries: readonly Entry[];
  plan: GradebookPlan;
}

/**
 * The class as a gradebook takes it: the roster with one column filled, or one column a task and a total. What has no
 * grade is never 0. A spreadsheet gets an empty cell; for an importer there is no row, because in an import an empty
 * cell takes away a grade that is there.
 *
 * A cell that a spreadsheet would evaluate is made text by an apostrophe.
 */
export function gradebook(book: Gradebook): string {
  const { plan, summary } = book;
  if (plan.fill !== undefined && plan.roster) {
    const { delimiter, bom, header } = plan.roster.table;
    return csv(filledRoster(plan.roster, plan.fill, summary).rows, {
      delimiter,
      // Canvas knows this form by a first cell that is exactly so, and does not take a mark off.
      bom: bom && header[0] !== 'LastName',
      asNumbers: /^-(\d+([.,]\d+)?)?$/,
    });
  }
  const rows = { csv: csvRows, canvas: canvasRows, moodle: moodleRows }[plan.form](book);
  if (plan.form !== 'csv') return csv(rows);
  // Excel takes a file without a mark for the code page of its country.
  if (plan.decimal === 'point') return csv(rows, { bom: true });
  const withCommas = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? String(cell).replace('.', ',') : cell)),
  );
  return csv(withCommas, { bom: true, delimiter: ';' });
}

/**
 * Whether the gradebook has an identifier as the LMS has it. What a spreadsheet would evaluate is made text there, and
 * what cannot be seen is left out, so that by it the LMS does not find the learner.
 */
export function isKept(student: string): boolean {
  const isMadeText = /^"?'/.test(csv([[oneLine(student)]])) && !student.startsWith("'");
  return oneLine(student) === student && !isMadeText;
}

/** Of an import only who has a grade: see {@link gradebook}. */
const gradedIn = ({ learners }: ClassSummary): LearnerSummary[] => learners.filter(({ score }) => score !== undefined);

const taskColumn = ({ id, title }: ClassSummary['tasks'][number]): string => `Task ${id}: ${oneLine(title)}`;

const totalColumn = 'cognito-lab total';

/** @param none what stands for "no grade" */
const scoresOf = ({ tasks, score }: LearnerSummary, { tasks: all }: ClassSummary, none: string): Cell[] => [
  ...all.map(({ id }) => tasks.find((task) => task.id === id)?.score?.earned ?? none),
  score?.earned ?? none,
];

function csvRows({ summary }: Gradebook): Cell[][] {
  return [
    [
      'student',
      'name',
      'status',
      ...summary.tasks.map(taskColumn),
      'total',
      'possible',
      'evidence',
      'late_percent',
      'attempt',
      'submitted_at',
      'graded_at',
      'reason',
    ],
    ...summary.learners.map((learner) => [
      oneLine(learner.student),
      oneLine(learner.name ?? ''),
      learner.status,
      ...scoresOf(learner, summary, ''),
      learner.score?.possible ?? '',
      learner.evidence ?? '',
      learner.late?.percent ?? '',
      learner.attempt ?? '',
      learner.submittedAt ?? '',
      learner.gradedAt ?? '',
      oneLine(
        [...learner.reasons.map(({ reason }) => reason), ...(learner.adjustments ?? []).map(adjustmentText)].join(' '),
      ),
    ]),
  ];
}

const canvasColumns = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section'];

/**
 * What Canvas's gradebook imports: its five identifying columns, a row of the points possible, then a row a student. It
 * looks for a student by `ID` first, which it takes for a number of its own (`0003003` is 3003), and only then by the
 * SIS's id and login: whatever is not known to be such a number must not stand in `ID`.
 *
 * Canvas takes any row with "Points Possible" in its first cell for that row, a student's name too.
 *
 * @see instructure/canvas-lms lib/gradebook_importer.rb, read 2026-11
 */
function canvasRows({ summary, plan: { roster } }: Gradebook): Cell[][] {
  const rows = new Map(roster?.rows.map((row) => [row.student, row]));
  const identify = ({ student, name }: LearnerSummary): Cell[] => {
    const row = rows.get(student);
    const cells = row && roster?.layout?.system === 'canvas' ? roster.table.rows[row.at]?.cells : undefined;
    const shown = oneLine(name ?? student).replaceAll('Points Possible', 'Points-Possible');
    if (!cells) return [shown, row?.canvas_id ?? '', oneLine(student), oneLine(student), ''];
    return [
      shown,
      ...['id', 'sis_user_id', 'sis_login_id', 'section'].map((column) => cells[roster!.columns.indexOf(column)] ?? ''),
    ];
  };
  return [
    [...canvasColumns, ...summary.tasks.map(taskColumn), totalColumn],
    ['    Points Possible', '', '', '', '', ...summary.tasks.map(({ possible }) => possible), summary.possible],
    ...gradedIn(summary).map((learner) => [...identify(learner), ...scoresOf(learner, summary, '')]),
  ];
}

/**
 * What Moodle's "Import > CSV file" takes: columns that identify the user, then a column a grade item. There is no row
 * of the points possible, which Moodle would look for among the users; the items' names say them. "-" is no grade of a
 * task: an empty cell of a new item would be stored as one. There are addresses for all or for none: mapped by a column with an
 * empty cell, Moodle gives that row's grades to the user of the row before (its load_data.php, read 2026-11).
 */
function moodleRows({ summary, entries }: Gradebook): Cell[][] {
  const emails = new Map(entries.map(({ student, email = '' }) => [student, email]));
  const withEmail = entries.every(({ email }) => email);
  return [
    [
      'ID number',
      'Full name',
      ...(withEmail ? ['Email address'] : []),
      ...summary.tasks.map((task) => `${taskColumn(task)} (out of ${task.possible})`),
      `${totalColumn} (out of ${summary.possible})`,
    ],
    ...gradedIn(summary).map((learner) => [
      oneLine(learner.student),
      oneLine(learner.name ?? ''),
      ...(withEmail ? [oneLine(emails.get(learner.student) ?? '')] : []),
      ...scoresOf(learner, summary, '-'),
    ]),
  ];
}
