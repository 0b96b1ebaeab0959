import { oneLine } from '../../../common/text/plain-text';
import { Problem } from '../../../common/problem';
import { quote } from '../../../common/text/shorten';
import type { Roster } from '../inputs/roster';
import { canvasAssignment, canvasTotals } from '../inputs/roster-layouts';
import { abbreviateList } from '../inputs/abbreviate-list';

export const gradebookForms = ['csv', 'canvas', 'moodle'] as const;

export type GradebookForm = (typeof gradebookForms)[number];

export const decimalMarks = ['point', 'comma'] as const;

export interface GradebookOptions {
  /** That of the roster where there is none given, or that of a spreadsheet. */
  form?: GradebookForm;
  /** The column of the roster to fill, by its name. */
  assignment?: string;
  /** Of a spreadsheet: where numbers have a decimal comma, semicolons separate cells. */
  decimal?: (typeof decimalMarks)[number];
}

/** How gradebook.csv is to be written. */
export interface GradebookPlan {
  form: GradebookForm;
  decimal: (typeof decimalMarks)[number];
  roster?: Roster;
  /** Which column of the roster is filled, where the gradebook is the roster again. */
  fill?: number;
  /** What an instructor should know before importing it. */
  hints: string[];
}

/** Columns of a grades export of Moodle that are about the learner or the whole course. */
const moodleFacts =
  /^(first_name|surname|last_name|id_number|institution|department|email_address|username|groups|last_downloaded_from_this_course|course_total.*|category_total.*|.*\((feedback|percentage|letter)\))$/;

/** `Assignment: Lab 1 (Real)`: an item and how its grade is shown, which tells it from a profile field of the site. */
const moodleItem = /\([^()]+\)\s*$/;

/**
 * Plans the gradebook before anybody is graded, so that what cannot be written is refused first.
 *
 * @param possible the points of the lab
 * @throws Problem for a column that is none, or that is one of several, and for an item that takes fewer points
 */
export function planGradebook(
  { form, assignment, decimal = 'point' }: GradebookOptions,
  { roster, possible }: { roster?: Roster; possible: number },
): GradebookPlan {
  if (decimal === 'comma' && form !== undefined && form !== 'csv')
    throw new Problem(
      '--decimal works with --gradebook csv only: Canvas and Moodle read decimal points.',
      'Leave one of them out.',
    );
  const system = systemOf(roster);
  const plain = { form: form ?? 'csv', decimal, ...(roster && { roster }) };
  if (assignment !== undefined && (system === undefined || (form !== undefined && form !== system)))
    throw new Problem(
      `--assignment names a column of a Canvas or Moodle export, and ${system === undefined ? 'the roster is none' : `the roster is one of ${system}, not of ${form}`}.`,
      'Export the gradebook of the course and name it with --roster, or leave --assignment out.',
    );
  if (!roster || system === undefined || (form !== undefined && form !== system) || decimal === 'comma')
    return { ...plain, hints: form === 'moodle' ? moodleHints(possible) : [] };
  const candidates = assignmentsOf(roster);
  const chosen = assignment === undefined ? candidates : matching(candidates, assignment);
  const [only] = chosen;
  if (only && chosen.length === 1)
    return { ...plain, form: system, fill: only.at, hints: maximumHints(roster, only, possible) };
  const names = abbreviateList(candidates.map(({ title }) => quote(title)));
  if (assignment !== undefined)
    throw new Problem(
      `The roster has ${chosen.length ? 'several columns' : 'no column'} of an assignment ${quote(assignment)}.`,
      names ? `It has ${names}.` : 'Create the assignment first, then export the gradebook again.',
    );
  if (only && form !== undefined)
    throw new Problem(
      `The roster has several assignments, and it is not clear which one to fill: ${names}.`,
      'Name it: --assignment NAME. For a spreadsheet with all of the tasks: --gradebook csv.',
    );
  const hint = `gradebook.csv is for a spreadsheet. For a file to import, name the assignment: --assignment NAME, of ${names}.`;
  return { ...plain, hints: only ? [hint] : form === 'moodle' ? moodleHints(possible) : [] };
}

const systemOf = (roster?: Roster): 'canvas' | 'moodle' | undefined => {
  const system = roster?.layout?.system;
  return system === 'moodle-worksheet' ? 'moodle' : system === 'canvas' || system === 'moodle' ? system : undefined;
};

interface Column {
  at: number;
  title: string;
}

/** The columns of a roster that take the points of one assignment. */
function assignmentsOf({ columns, table, layout }: Roster): Column[] {
  const all = table.header.map((title, at) => ({ at, title: oneLine(title), name: columns[at] ?? '' }));
  if (layout?.system === 'moodle-worksheet') return all.filter(({ name }) => name === 'grade');
  if (layout?.system === 'moodle') {
    const items = all.filter(({ name }) => name !== '' && !moodleFacts.test(name));
    const shown = items.filter(({ title }) => moodleItem.test(title));
    return shown.length ? shown : items;
  }
  const section = columns.indexOf('section');
  const points = table.rows.find(({ cells }) => /^\s*points possible/i.test(cells[0] ?? ''))?.cells ?? [];
  return all.filter(
    ({ at, title }) =>
      at > section &&
      canvasAssignment.test(title) &&
      !canvasTotals.test(title) &&
      !/read\s+only/i.test(points[at] ?? ''),
  );
}

/** By the whole name, else by the name without Canvas's number. */
function matching(candidates: readonly Column[], asked: string): Column[] {
  const fold = (text: string): string => oneLine(text).normalize('NFC').toLowerCase();
  const whole = candidates.filter(({ title }) => fold(title) === fold(asked));
  return whole.length
    ? whole
    : candidates.filter(({ title }) => fold(title.replace(canvasAssignment, '')) === fold(asked));
}

/** What an import does if the item has other points than the lab. */
function maximumHints({ table, columns, layout }: Roster, { at, title }: Column, possible: number): string[] {
  const isCanvas = layout?.system === 'canvas';
  const maximum = columns.indexOf('maximum_grade');
  const cells = isCanvas
    ? table.rows.filter(({ cells }) => /^\s*points possible/i.test(cells[0] ?? '')).map(({ cells }) => cells[at])
    : table.rows.map(({ cells }) => cells[maximum]);
  const limits = cells.flatMap((cell) => numberIn(cell) ?? []);
  const limit = Math.min(...limits);
  if (!limits.length) return isCanvas ? [] : moodleHints(possible);
  if (!isCanvas && limit < possible)
    throw new Problem(
      `Moodle takes ${limit} points at most for ${quote(title)}, and the lab gives ${possible}: Moodle refuses or skips what is more.`,
      `Set the maximum grade of the assignment to ${possible}, or weigh the tasks in a rubric, then export it again.`,
    );
  return limit === possible
    ? []
    : [`${quote(title)} is out of ${limit} points, and the lab out of ${possible}: points are written, not percent.`];
}

/** `17`, `17.00`, `17,00`. */
const numberIn = (cell = ''): number | undefined =>
  /^\s*\d+([.,]\d+)?\s*$/.test(cell) ? Number(cell.replace(',', '.')) : undefined;

/** What Moodle's importer takes a new column for. @see grade/import/csv/classes/load_data.php, read 2026-11 */
const moodleHints = (possible: number): string[] => [
  `Moodle makes a new grade item with a maximum of 100. Make one with a maximum of ${possible} first, and map the column to it.`,
  ...(possible > 100
    ? ['Moodle refuses the whole file for a value over 100, unless the site allows unlimited grades.']
    : []),
];
