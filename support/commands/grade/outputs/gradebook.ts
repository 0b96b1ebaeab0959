import { stringify } from 'csv-stringify/sync';
import { oneLine } from '../../../common/text/plain-text';
import type { ClassSummary, LearnerSummary } from '../../../lab/result/class-result';
import type { Entry } from '../inputs/entry';

export const gradebookForms = ['csv', 'canvas', 'moodle'] as const;

export type GradebookForm = (typeof gradebookForms)[number];

type Cell = string | number;

interface Gradebook {
  summary: ClassSummary;
  entries: readonly Entry[];
}

/**
 * The class as a gradebook takes it: one column a task and a total. What has no grade has an empty cell there, or what
 * the importer takes for one; it is never 0.
 *
 * A cell that a spreadsheet would evaluate is made text by an apostrophe (csv-stringify's own guard).
 */
export function gradebook(form: GradebookForm, book: Gradebook): string {
  const rows = { csv: csvRows, canvas: canvasRows, moodle: moodleRows }[form](book);
  return csv(rows);
}

const csv = (rows: Cell[][]): string =>
  stringify(rows, {
    escape_formulas: true,
    // A dash by itself is no formula, and Moodle knows it by itself only.
    cast: { string: (value) => (value === '-' ? { value, escape_formulas: false } : value) },
  });

/**
 * Whether the gradebook has an identifier as the LMS has it. What a spreadsheet would evaluate is made text there, and
 * what cannot be seen is left out, so that by it the LMS does not find the learner.
 */
export function isKept(student: string): boolean {
  const isMadeText = /^"?'/.test(csv([[oneLine(student)]])) && !student.startsWith("'");
  return oneLine(student) === student && !isMadeText;
}

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
      oneLine(learner.reasons.map(({ reason }) => reason).join(' ')),
    ]),
  ];
}

/**
 * What Canvas's gradebook imports: its five identifying columns, a row of the points possible, then a row a student. It
 * finds a student by its own number in `ID`, else by the SIS's id or login, so that an identifier that is no number
 * must not stand in `ID`, and one that is may be either. An empty cell is no grade.
 *
 * Canvas takes any row with "Points Possible" in its first cell for that row, a student's name too.
 */
function canvasRows({ summary }: Gradebook): Cell[][] {
  const identify = (student: string): Cell[] => [/^\d+$/.test(student) ? student : '', student, student, ''];
  return [
    ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', ...summary.tasks.map(taskColumn), totalColumn],
    ['    Points Possible', '', '', '', '', ...summary.tasks.map(({ possible }) => possible), summary.possible],
    ...summary.learners.map((learner) => [
      oneLine(learner.name ?? learner.student).replaceAll('Points Possible', 'Points-Possible'),
      ...identify(oneLine(learner.student)),
      ...scoresOf(learner, summary, ''),
    ]),
  ];
}

/**
 * What Moodle's "Import > CSV file" takes: columns that identify the user, then a column a grade item. There is no row
 * of the points possible, which Moodle would look for among the users; the items' names say them. "-" is no grade: an
 * empty cell of a new item would be stored as one. There are addresses for all or for none: mapped by a column with an
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
    ...summary.learners.map((learner) => [
      oneLine(learner.student),
      oneLine(learner.name ?? ''),
      ...(withEmail ? [oneLine(emails.get(learner.student) ?? '')] : []),
      ...scoresOf(learner, summary, '-'),
    ]),
  ];
}
