import { parse } from 'csv-parse/sync';

/** A grade that an import sets: whose, of what, and which; `null` where it takes a grade away. */
export interface Change {
  who: string;
  item: string;
  from: number | null;
  to: number | null;
}

export interface Person {
  id: number;
  sis?: string;
  login?: string;
  name: string;
  sortable: string;
  idnumber?: string;
  email?: string;
  /** Of Moodle: the number in "Participant 1234". */
  participant?: number;
  /** Grades that the course has already, by item. */
  grades: Record<string, number | null>;
}

/** Ruby's `to_i`. */
const toInteger = (text: string): number => Number(/^\s*[-+]?\d+/.exec(text)?.[0] ?? 0);

/** The first three lines decide: semicolons where they divide each into as many cells, and more than commas do. */
function canvasDelimiter(csv: string): ';' | ',' {
  const lines = csv.split('\n').filter(Boolean).slice(0, 3);
  const cells = (delimiter: string): number => {
    try {
      const counts = lines.map((line) => parse(line, { delimiter, relax_column_count: true })[0]!.length);
      return new Set(counts).size === 1 ? (counts[0] ?? 0) : 0;
    } catch {
      return 0;
    }
  };
  return cells(';') > cells(',') ? ';' : ',';
}

/** Where the columns are that say who a row is of: Canvas finds them by their places. */
function canvasColumns(header: readonly string[]): { id: number; sis: number; login: number; first: number } {
  const at = (index: number): string => header[index] ?? '';
  const names = at(0) === 'LastName' && at(1) === 'FirstName' ? 4 : 3;
  const heads =
    (header.length > 3 && at(0).includes('Student') && at(1).includes('ID')) ||
    (header.length > 4 && at(0).includes('LastName') && at(1).includes('FirstName') && at(2).includes('ID'));
  let [first, sis, login] = [names, -1, -1];
  if (/SIS\s+Login\s+ID/.test(at(names - 1))) [login, first] = [names - 1, names + 1];
  else if (/SIS\s+User\s+ID/.test(at(names - 1)) && /SIS\s+Login\s+ID/.test(at(names))) {
    [sis, login, first] = [names - 1, names, names + 2];
    if (/Integration\s+ID/.test(at(first - 1))) first++;
    if (/Root\s+Account/.test(at(first - 1))) first++;
  }
  if (!heads || !at(first - 1).includes('Section')) throw new Error('Invalid header row');
  return { id: names - 2, sis, login, first };
}

/**
 * What Canvas's gradebook importer does with a file, as its source says (lib/gradebook_importer.rb, read 2026-11): who a
 * row is of is found by `ID` as an integer, by SIS id, by login, by name; every cell is a grade, an empty one none. A
 * byte order mark stays in the first cell.
 *
 * @param custom columns of notes that the course has
 */
export function importToCanvas(csv: string, course: readonly Person[], custom: readonly string[] = []): Change[] {
  const [header = [], ...rows] = parse(csv, { bom: false, relax_column_count: true, delimiter: canvasDelimiter(csv) });
  const { id: idColumn, sis: sisColumn, login: loginColumn, first: firstItem } = canvasColumns(header);
  const points = rows.find(([first]) => first?.includes('Points Possible'));
  const items = header.flatMap((title, at) =>
    at >= firstItem &&
    !custom.includes(title) &&
    !/(Current|Final) (Score|Points|Grade)|Override (Score|Grade|Status)/.test(title) &&
    !/read\s+only/.test(points?.[at] ?? '')
      ? [{ title, at }]
      : [],
  );
  return rows.flatMap((row) => {
    if (row[0]?.includes('Points Possible')) return [];
    if (row.every((cell) => /^\s*(Muted|Manual Posting.*)?\s*$/i.test(cell))) return [];
    const cell = (at: number): string => row[at] ?? '';
    const name = idColumn === 2 ? `${cell(1)} ${cell(0)}`.trim() : cell(0);
    const who =
      course.find(({ id }) => cell(idColumn) !== '' && id === toInteger(cell(idColumn))) ??
      course.find(({ sis }) => sis !== undefined && sis === cell(sisColumn)) ??
      course.find(({ login }) => login !== undefined && login === cell(loginColumn)) ??
      course.find((person) => [person.name, person.sortable].includes(name));
    if (!who) throw new Error(`Canvas asks who ${row.join()} is.`);
    return changes(
      who,
      items.map(({ title, at }) => [title, cell(at)]),
    );
  });
}

/** What Moodle's upload of a grading worksheet does (mod/assign/feedback/offline, read 2026-11): an empty grade is skipped. */
export function importWorksheet(csv: string, course: readonly Person[], maximum: number): Change[] {
  const rows: Record<string, string>[] = parse(csv, { bom: true, columns: true });
  return rows.flatMap((row) => {
    const number = Number(/(\d+)$/.exec(row.Identifier ?? '')?.[1]);
    const who = course.find(({ participant }) => participant === number);
    if (!who || !('Last modified (grade)' in row)) throw new Error('invalidgradeimport');
    if ((row.Grade ?? '') === '' || Number(row.Grade) > maximum) return [];
    return changes(who, [['Grade', row.Grade ?? '']]);
  });
}

/**
 * What Moodle's import of a CSV file does, its columns mapped by `map` (grade/import/csv/classes/load_data.php, read
 * 2026-11): a person who is not found and a value over the maximum end the whole import; `-` and nothing are no grade.
 */
export function importToMoodle(
  csv: string,
  course: readonly Person[],
  map: { by: 'idnumber' | 'email'; column: string; items: string[] },
): Change[] {
  const rows: Record<string, string>[] = parse(csv, { bom: true, columns: true });
  return rows.flatMap((row) => {
    const who = course.find((person) => person[map.by] === row[map.column]);
    if (!who) throw new Error('usermappingerror');
    if (map.items.some((item) => Number(row[item]) > 100)) throw new Error('gradevaluetoobig');
    return changes(
      who,
      map.items.map((item) => [item, row[item] === '-' ? '' : (row[item] ?? '')]),
    );
  });
}

function changes(who: Person, cells: [item: string, cell: string][]): Change[] {
  return cells.flatMap(([item, cell]) => {
    const from = who.grades[item] ?? null;
    const to = cell.trim() === '' ? null : Number(cell.replace(',', '.'));
    return from === to ? [] : [{ who: who.name, item, from, to }];
  });
}
