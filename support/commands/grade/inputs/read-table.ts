import { CsvError, parse } from 'csv-parse/sync';
import { readBounded } from '../../../common/files/read-bounded';
import { Problem } from '../../../common/problem';
import { decode } from '../../../common/text/decode';

/** A file of 100,000 learners has some 20 MB. */
const mostBytes = 64 * 1024 * 1024;

/** A row with feedback has a few kilobytes. A longer one is an unclosed quotation mark. */
const mostOfARow = 1024 * 1024;

/** No class has more learners, and no rows beyond are read: what is checked of each would keep Ctrl-C waiting. */
const mostRows = 200_000;

export interface TableRow {
  /** As they stand in the file. */
  cells: string[];
  /** Of the file, from 1; of a row over several lines the last. */
  line: number;
}

/** A CSV file as it was exported, so that it can be written again with one column changed. */
export interface Table {
  header: string[];
  rows: TableRow[];
  delimiter: string;
  /** Whether it begins with a byte order mark. */
  bom: boolean;
}

/**
 * Reads a CSV file with a header, in UTF-8 or UTF-16, with or without a byte order mark, separated by commas,
 * semicolons or tabs, with quote cells that may hold all of these and line ends.
 *
 * @throws Problem for a file that cannot be read as that
 */
export function readTable(path: string): Table {
  const { text, bom } = readText(path);
  const { delimiter, start } = separatorOf(text);
  const [head, ...rows] = parseCsv(text.slice(start), path, delimiter);
  if (rows.length > mostRows)
    throw new Problem(
      `The roster ${path} has more than ${mostRows} rows.`,
      'Name a CSV file with a line for each learner of the class.',
    );
  return {
    header: head?.record ?? [],
    rows: rows.map(({ record, info }) => ({ cells: record, line: info.lines + linesIn(text.slice(0, start)) })),
    delimiter,
    bom,
  };
}

function readText(path: string): { text: string; bom: boolean } {
  const name = `The roster ${path}`;
  const { bytes } = readBounded(path, {
    name,
    most: mostBytes,
    remedy: 'Name a CSV file with a line for each learner.',
  });
  if (bytes.subarray(0, 2).toString('latin1') === 'PK')
    throw new Problem(
      `${name} is a workbook or an archive, not CSV.`,
      'Export it as CSV, or save it as "CSV UTF-8" in the spreadsheet.',
    );
  const text = decode(bytes);
  // Every other byte of UTF-16 is one that no text has.
  if (/[\ufffd\0]/.test(text))
    throw new Problem(`${name} is not in UTF-8, so that names in it cannot be read.`, 'Save it again as "CSV UTF-8".');
  const marked = ['efbbbf', 'fffe', 'feff'].some((mark) => bytes.subarray(0, 3).toString('hex').startsWith(mark));
  return { text, bom: marked };
}

/**
 * The one of the three that the first line with text in it has most of, outside of quotes; or the one that the file
 * names itself, as Excel does ("sep=;").
 *
 * @returns start: where the table begins
 */
function separatorOf(text: string): { delimiter: string; start: number } {
  const [named = '', own = ''] = /^sep=([,;\t])\r?\n/.exec(text) ?? [];
  if (own) return { delimiter: own, start: named.length };
  const counts = new Map([',', ';', '\t'].map((separator) => [separator, 0]));
  let quote = false;
  let blank = true;
  for (const char of text.slice(0, mostOfARow)) {
    if (char === '"') quote = !quote;
    else if (!quote && (char === '\n' || char === '\r')) {
      if (!blank) break;
    } else if (!quote && counts.has(char)) counts.set(char, (counts.get(char) ?? 0) + 1);
    if (!/\s/.test(char)) blank = false;
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return { delimiter: best?.[0] ?? ',', start: 0 };
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

function parseCsv(text: string, path: string, delimiter: string): Parsed[] {
  const attempt = (trim: boolean): Parsed[] =>
    parse(text, {
      delimiter,
      info: true,
      trim,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: mostOfARow,
      to: mostRows + 2,
    }) as unknown as Parsed[];
  try {
    try {
      return attempt(false);
    } catch (error) {
      // Blanks between a separator and a quote are in the way of the quote, and belong to no cell.
      if (error instanceof CsvError && error.code === 'INVALID_OPENING_QUOTE') return attempt(true);
      throw error;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const open = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
    throw new Problem(
      open
        ? `The roster ${path} is not CSV: a quotation mark is opened and never closed, so that everything after it is one cell${openedIn(text)}.`
        : `The roster ${path} is not CSV: ${error.message.slice(0, 300)}`,
      'Correct that line, or export the file again.',
      { cause: error },
    );
  }
}

/** Where the last quote cell of a text begins, in words. */
function openedIn(text: string): string {
  let opened = -1;
  let quote = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    quote = !quote;
    if (quote) opened = at;
  }
  return quote ? ` (line ${linesIn(text.slice(0, opened)) + 1})` : '';
}

const linesIn = (text: string): number => text.split(/\r\n|\r|\n/).length - 1;
