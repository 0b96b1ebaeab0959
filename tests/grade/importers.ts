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

const toInteger = (text: string): number => Number(/^\s*[-+]?\d+/.exec(text)?.[0] ?? 0);

/**
 * What Canvas's gradebook importer does with a file, as its source says (lib/gradebook_importer.rb, read 2026-11): who a
 * row is of is found by `ID` as an integer, by SIS id, by login, by name; every cell is a grade, an empty one none.
 */
export function importToCanvas(csv: string, course: readonly Person[]): Change[] {
  const [header = [], ...rows] = parse(csv, {
    bom: true,
    relax_column_count: true,
    delimiter: /^[^\n]*;/.test(csv) ? ';' : ',',
  });
  if (!header[0]?.includes('Student') || !header[1]?.includes('ID')) throw new Error('Invalid header row');
  const section = header.indexOf('Section');
  if (section < 0) throw new Error('Invalid header row');
  const points = rows.find(([first]) => first?.includes('Points Possible'));
  const items = header.flatMap((title, at) =>
    at > section &&
    !/(Current|Final|Override) (Score|Points|Grade|Status)/.test(title) &&
    !/read\s+only/.test(points?.[at] ?? '')
      ? [{ title, at }]
      : [],
  );
  return rows.flatMap((row) => {
    if (row[0]?.includes('Points Possible')) return [];
    if (row.every((cell) => /^\s*(Muted|Manual Posting.*)?\s*$/i.test(cell))) return [];
    const cell = (name: string): string => row[header.indexOf(name)] ?? '';
    const who =
      course.find(({ id }) => cell('ID') !== '' && id === toInteger(cell('ID'))) ??
      course.find(({ sis }) => sis !== undefined && sis === cell('SIS User ID')) ??
      course.find(({ login }) => login !== undefined && login === cell('SIS Login ID')) ??
      course.find(({ name, sortable }) => [name, sortable].includes(row[0] ?? ''));
    if (!who) throw new Error(`Canvas asks who ${row.join()} is.`);
    return changes(
      who,
      items.map(({ title, at }) => [title, row[at] ?? '']),
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
