import { readFileSync, statSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import * as v from 'valibot';
import { Problem } from '../../../common/problem';
import { decode } from '../../../common/text/decode';
import { isDate } from '../is-date';

/** A file of 100,000 learners has some 20 MB. */
const mostBytes = 64 * 1024 * 1024;

/** How many faults of a roster are told at once. */
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

/** What a row may say, and how. Other columns are the LMS's own and are left alone. */
const rowSchema = v.object({
  student: v.pipe(v.string(), v.nonEmpty('is empty'), v.maxLength(1_000, 'is longer than 1,000 characters')),
  name: optional(v.string()),
  email: optional(v.string()),
  submission: optional(v.string()),
  user_pool_id: optional(
    v.pipe(v.string(), v.maxLength(55), v.regex(/^[\w-]+_[0-9a-zA-Z]+$/, says('an id like us-east-1_AbCdEf123'))),
  ),
  region: optional(v.pipe(v.string(), v.regex(/^[a-z]{2}(-[a-z]+)+-\d+$/, says('a region like us-east-1')))),
  role_arn: optional(
    v.pipe(v.string(), v.regex(/^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/, says('the ARN of a role'))),
  ),
  external_id: optional(v.pipe(v.string(), v.regex(/^[\w+=,.@:/-]{2,1224}$/, says('an external id as AWS allows it')))),
  account_id: optional(v.pipe(v.string(), v.regex(/^\d{12}$/, says('an account id of twelve digits')))),
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
});

const columns = Object.keys(rowSchema.entries);

/** A row of a roster that says what it may. */
export type RosterRow = v.InferOutput<typeof rowSchema>;

interface Parsed {
  record: string[];
  info: { lines: number };
}

/**
 * Reads a roster: CSV with a header, in UTF-8 or UTF-16, with or without a byte order mark, separated by commas,
 * semicolons or tabs, with quoted cells that may hold all of these and line ends.
 *
 * @throws Problem that tells each fault with its line; a roster with a fault grades nobody, because every later grade
 *   would rest on a guess
 */
export function readRoster(path: string): RosterRow[] {
  const [head, ...rows] = parseCsv(readText(path), path);
  const header =
    head?.record.map((cell) =>
      cell
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, '_'),
    ) ?? [];
  checkHeader(header, path);
  const faults: string[] = [];
  const result = rows.flatMap(({ record, info }) => readRow(header, record, info.lines, faults) ?? []);
  findTwins(rows, header.indexOf('student'), faults);
  if (faults.length) throw faulty(path, faults);
  if (!result.length) throw new Problem(`The roster ${path} names no learner.`, 'Add a line for each learner.');
  return result;
}

function readText(path: string): string {
  let bytes: Buffer;
  try {
    const stats = statSync(path);
    if (!stats.isFile()) throw new Problem(`The roster ${path} is not a file.`, 'Name a CSV file.');
    if (stats.size > mostBytes)
      throw new Problem(
        `The roster ${path} is larger than ${mostBytes / 1024 / 1024} MB.`,
        'Name a CSV file with a line for each learner.',
      );
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(
      `The roster ${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
      'Name a CSV file that you may read.',
      { cause: error },
    );
  }
  const text = decode(bytes);
  // Every other byte of UTF-16 is one that no text has.
  if (/[\ufffd\0]/.test(text))
    throw new Problem(
      `The roster ${path} is not in UTF-8, so that names in it cannot be read.`,
      'Save it again as "CSV UTF-8".',
    );
  return text;
}

function parseCsv(text: string, path: string): Parsed[] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      trim: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: 1024 * 1024,
    }) as unknown as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Problem(`The roster ${path} is not CSV: ${error.message}`, 'Mend that line, or export the file again.', {
      cause: error,
    });
  }
}

/** The one of the three that the header has most of, outside of quotes. */
function delimiterOf(text: string): string {
  const [header = ''] = text
    .replace(/"(?:[^"]|"")*"/g, '')
    .trimStart()
    .split(/\r\n?|\n/, 1);
  const count = (separator: string): number => header.split(separator).length;
  return [';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best), ',');
}

function checkHeader(header: string[], path: string): void {
  if (!header.includes('student'))
    throw new Problem(
      `The roster ${path} has no column "student". Its columns are: ${header.join(', ') || 'none'}.`,
      `The first line names the columns: student, and any of ${columns.slice(1).join(', ')}.`,
    );
  const twice = columns.filter((name) => header.indexOf(name) !== header.lastIndexOf(name));
  if (twice.length)
    throw new Problem(`The roster ${path} has the column "${twice[0]}" twice.`, 'Leave one of them out.');
}

function readRow(header: string[], record: string[], line: number, faults: string[]): RosterRow | undefined {
  const cells = Object.fromEntries(
    columns.flatMap((name) => (header.includes(name) ? [[name, record[header.indexOf(name)] ?? '']] : [])),
  );
  const { success, output, issues } = v.safeParse(rowSchema, cells, { abortPipeEarly: true });
  const fault = (column: string, what: string): void =>
    void faults.push(`line ${line}: ${column} ${JSON.stringify(String(cells[column] ?? '').slice(0, 80))} ${what}.`);
  if (!success) {
    for (const issue of issues) {
      const [deepest = issue] = [...(issue.issues ?? [])].reverse();
      fault(v.getDotPath(issue) ?? '', deepest.message);
    }
    return undefined;
  }
  const needs = (column: keyof RosterRow, other: keyof RosterRow): void => {
    if (output[column] !== undefined && output[other] === undefined) fault(column, `says nothing without a ${other}`);
  };
  needs('external_id', 'role_arn');
  needs('role_arn', 'user_pool_id');
  if (output.submission !== undefined && output.role_arn !== undefined)
    fault('submission', 'and a role_arn are two places to look at: leave one of them out');
  return output;
}

function findTwins(rows: readonly Parsed[], student: number, faults: string[]): void {
  const first = new Map<string, number>();
  for (const { record, info } of rows) {
    const name = (record[student] ?? '').normalize('NFC');
    const known = first.get(name);
    if (name === '') continue;
    if (known === undefined) first.set(name, info.lines);
    else faults.push(`line ${info.lines}: student ${JSON.stringify(name.slice(0, 80))} is in line ${known} too.`);
  }
}

const faulty = (path: string, faults: string[]): Problem =>
  new Problem(
    [
      `The roster ${path} cannot be used as it is:`,
      ...faults.slice(0, mostFaults).map((fault) => `  ${fault}`),
      ...(faults.length > mostFaults ? [`  and ${faults.length - mostFaults} more.`] : []),
    ].join('\n'),
    'Mend these lines and run again. Nobody was graded.',
  );
