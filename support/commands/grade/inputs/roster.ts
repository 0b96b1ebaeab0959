import * as v from 'valibot';
import { isAccountId, isRegion, isUserPoolId } from '../../../common/aws-names';
import { Problem } from '../../../common/problem';
import { oneLine, visibleJson } from '../../../common/text/plain-text';
import { quote } from '../../../common/text/shorten';
import { isDate } from '../../../common/iso-date';
import { readTable, type Table, type TableRow } from './read-table';
import { columnName, isOtherRole, layoutOf, type Cells, type RosterLayout } from './roster-layouts';
import { isRounded } from './near-misses';

/** The maximum number of faults in one message. */
const mostFaults = 20;

const optional = <T extends v.GenericSchema<string, unknown>>(schema: T) =>
  v.optional(
    v.union([
      v.pipe(
        v.literal(''),
        v.transform(() => undefined),
      ),
      schema,
    ]),
  );

const says = (what: string): string => `is not ${what}`;

/** The columns of a roster and their values. Other columns are ignored. */
const rowSchema = v.object({
  student: v.pipe(
    v.string(),
    v.nonEmpty('is empty'),
    v.maxLength(1_000, 'is longer than 1,000 characters'),
    v.check((text) => !isRounded(text), 'was rounded by a spreadsheet, so that it is not known whose it is'),
  ),
  name: optional(v.string()),
  email: optional(v.string()),
  submission: optional(v.string()),
  user_pool_id: optional(v.pipe(v.string(), v.check(isUserPoolId, says('an id like us-east-1_AbCdEf123')))),
  region: optional(v.pipe(v.string(), v.check(isRegion, says('a region like us-east-1')))),
  role_arn: optional(
    v.pipe(v.string(), v.regex(/^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/, says('the ARN of a role'))),
  ),
  external_id: optional(v.pipe(v.string(), v.regex(/^[\w+=,.@:/-]{2,1224}$/, says('an external id as AWS allows it')))),
  account_id: optional(v.pipe(v.string(), v.check(isAccountId, says('an account id of twelve digits')))),
  submitted_at: optional(
    v.pipe(
      v.string(),
      v.regex(
        /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/,
        says('a date with a time zone, like 2026-11-23T18:00:00Z'),
      ),
      v.check(isDate, says('a date that exists')),
    ),
  ),
  canvas_id: optional(v.pipe(v.string(), v.regex(/^\d+$/, says("a number of Canvas's own")))),
});

const columns = Object.keys(rowSchema.entries);

/** A valid row of a roster, and its position in the file. */
export type RosterRow = v.InferOutput<typeof rowSchema> & { at: number };

export interface Roster {
  rows: RosterRow[];
  /** The LMS's, where it is an export of one. */
  layout?: RosterLayout;
  /** By {@link columnName}, in the order of the file. */
  columns: string[];
  /** The column that identifies a learner, by {@link columnName}. */
  identifier: string;
  table: Table;
}

/**
 * How many of the learners are known by the identifiers of a column; where several columns could identify them, the one
 * by which most are known does.
 */
export type Known = (identifiers: readonly string[], column: string, layout: RosterLayout) => number;

/**
 * Reads a roster of our own, or one as an LMS exports it: see {@link readTable} for the forms, `roster-layouts.ts` for
 * the systems.
 *
 * @throws Problem that names each fault with its line; a roster with a fault grades nobody, because every later grade
 *   would rest on a guess
 */
export function readRoster(path: string, known?: Known): Roster {
  const table = readTable(path);
  const header = table.header.map(columnName);
  const layout = layoutOf(header);
  if (!layout) checkHeader(header, table.header, path);
  const cellsOf =
    ({ cells }: TableRow): Cells =>
    (column) =>
      (cells[header.indexOf(column)] ?? '').trim();
  const people = table.rows.map((row, at) => ({ row, at, cells: cellsOf(row) }));
  const learners = layout ? people.filter(({ cells }) => isLearner(layout, cells)) : people;
  const identifier = layout ? identifierOf(layout, header, learners, path, known) : 'student';
  const faults: string[] = [];
  const rows = learners.flatMap(({ row, at, cells }) => {
    const own = Object.fromEntries(columns.flatMap((name) => (header.includes(name) ? [[name, cells(name)]] : [])));
    const said = layout ? { ...own, ...personOf(layout, identifier, cells) } : own;
    const output = readRow(said, row.line, faults, identifier);
    return output ? [{ ...output, at }] : [];
  });
  findTwins(
    learners.map(({ row, cells }) => ({ line: row.line, student: idIn(layout, cells(identifier)) })),
    faults,
    identifier,
  );
  if (faults.length) throw faulty(path, faults);
  if (!rows.length) throw new Problem(`The roster ${path} lists no learners.`, 'Add a line for each learner.');
  return { rows, ...(layout && { layout }), columns: header, identifier, table };
}

/** An identifier as its system means it, without a mark that the system puts in front of each. */
export const idIn = (layout: RosterLayout | undefined, cell: string): string =>
  layout?.prefix !== undefined && cell.startsWith(layout.prefix) ? cell.slice(layout.prefix.length) : cell;

function isLearner(layout: RosterLayout, cells: Cells): boolean {
  const named = layout.identifiers.some((column) => idIn(layout, cells(column)) !== '');
  return named && !isOtherRole(cells) && layout.isNobody?.(cells) !== true;
}

/** The first column that identifies every learner; of several, the one by which most of the submissions are known. */
function identifierOf(
  layout: RosterLayout,
  header: readonly string[],
  learners: readonly { cells: Cells }[],
  path: string,
  known: Known = () => 0,
): string {
  const full = layout.identifiers.filter(
    (column) => header.includes(column) && learners.every(({ cells }) => idIn(layout, cells(column)) !== ''),
  );
  const [first] = full;
  if (first === undefined)
    throw new Problem(
      `The roster ${path} is ${layout.title}, but no column of it identifies every learner: ${layout.identifiers.filter((column) => header.includes(column)).join(', ')} have empty cells.`,
      'Fill the empty cells of one of these columns, or take out the rows of people who are no learners.',
    );
  const counts = full.map((column) => ({
    column,
    count: known(
      learners.map(({ cells }) => idIn(layout, cells(column))),
      column,
      layout,
    ),
  }));
  const most = Math.max(...counts.map(({ count }) => count));
  const best = counts.filter(({ count }) => count === most);
  return best[0]?.column ?? first;
}

function personOf(layout: RosterLayout, identifier: string, cells: Cells): Record<string, string> {
  // Some exports have the whole name beside its parts.
  const whole = layout.name.includes('name') ? cells('name') : '';
  const name = whole || layout.name.map(cells).filter(Boolean).join(' ');
  const email = (layout.email ?? []).map(cells).find(Boolean);
  const canvasId = layout.system === 'canvas' ? cells('id') : '';
  return {
    student: idIn(layout, cells(identifier)),
    name,
    ...(email !== undefined && { email }),
    ...(canvasId && { canvas_id: canvasId }),
  };
}

function checkHeader(header: string[], shown: string[], path: string): void {
  if (!header.includes('student')) {
    const names = shown
      .slice(0, 40)
      .map((name) => visibleJson(JSON.stringify(oneLine(name).slice(0, 60))).slice(1, -1));
    throw new Problem(
      `The roster ${path} has no column "student". Its columns are: ${names.join(', ') || 'none'}${shown.length > 40 ? `, and ${shown.length - 40} more` : ''}.`,
      `The first line names the columns: student, and any of ${columns.slice(1).join(', ')}. Exports of Canvas, Moodle, Blackboard, Brightspace, Gradescope, GitHub Classroom, Classroom 50, nbgrader and Sakai are read as they are.`,
    );
  }
  const twice = columns.filter((name) => header.indexOf(name) !== header.lastIndexOf(name));
  if (twice.length)
    throw new Problem(`The roster ${path} has the column "${twice[0]}" twice.`, 'Leave one of them out.');
}

function readRow(
  cells: Record<string, string>,
  line: number,
  faults: string[],
  identifier: string,
): v.InferOutput<typeof rowSchema> | undefined {
  const { success, output, issues } = v.safeParse(rowSchema, cells, { abortPipeEarly: true });
  const fault = (column: string, what: string): void =>
    void faults.push(
      `line ${line}: ${column === 'student' ? identifier : column} ${quote(cells[column] ?? '')} ${what}.`,
    );
  if (!success) {
    for (const issue of issues) {
      const [deepest = issue] = [...(issue.issues ?? [])].reverse();
      fault(v.getDotPath(issue) ?? '', deepest.message);
    }
    return undefined;
  }
  const needs = (column: keyof typeof output, other: keyof typeof output): void => {
    if (output[column] !== undefined && output[other] === undefined) fault(column, `says nothing without a ${other}`);
  };
  needs('external_id', 'role_arn');
  needs('role_arn', 'user_pool_id');
  if (output.submission !== undefined && output.role_arn !== undefined)
    fault('submission', 'and a role_arn are two places to look at: leave one of them out');
  return output;
}

function findTwins(learners: readonly { line: number; student: string }[], faults: string[], identifier: string): void {
  const first = new Map<string, number>();
  for (const { student, line } of learners) {
    const name = student.normalize('NFC');
    const known = first.get(name);
    if (name === '') continue;
    if (known === undefined) first.set(name, line);
    else faults.push(`line ${line}: ${identifier} ${quote(name)} is in line ${known} too.`);
  }
}

const faulty = (path: string, faults: string[]): Problem =>
  new Problem(
    [
      `The roster ${path} cannot be used as it is:`,
      ...faults.slice(0, mostFaults).map((fault) => `  ${fault}`),
      ...(faults.length > mostFaults ? [`  and ${faults.length - mostFaults} more.`] : []),
    ].join('\n'),
    faults.some((fault) => fault.includes('rounded by a spreadsheet'))
      ? 'Export the file again and do not save it in a spreadsheet before it is used. Nobody was graded.'
      : 'Correct these lines and run again. Nobody was graded.',
  );
