import { quote } from '../../../common/text/shorten';
import type { Source } from './entry';
import type { SubmittedWork } from './read-folder';
import type { Roster, RosterRow } from './roster';
import type { RosterLayout } from './roster-layouts';
import { abbreviateList } from './abbreviate-list';

/**
 * What was handed in, by what could identify the learner: what the entry is named, who handed it in by the system's own
 * word, the number or the user name in the entry's name, and last of all a full name that only one learner has.
 */
export class SubmissionIndex {
  readonly #taken = new Set<SubmittedWork>();
  readonly #by: Map<string, SubmittedWork[]>;
  readonly #lower: Map<string, SubmittedWork[]>;
  /** In front of the user name in the names of repositories: `classroom-assignment-`. */
  #prefix?: string;
  readonly #otherSpelling: string[] = [];
  readonly #byName: string[] = [];

  constructor(private readonly learners: ReadonlyMap<string, SubmittedWork>) {
    const all = [...learners.values()];
    this.#by = group(all, (each) => identifiersOf(each).map((id) => id.normalize('NFC')));
    this.#lower = group(all, ({ student }) => [student.toLowerCase()]);
  }

  /** How many of the identifiers of a column of the roster are known here. */
  countKnown(identifiers: readonly string[], column: string, layout: RosterLayout): number {
    const prefix = layout.anyCase?.includes(column) ? this.#prefixFor(identifiers) : undefined;
    return identifiers.filter((id) => this.#find(id, column, layout, prefix).length).length;
  }

  /**
   * What is each learner's.
   *
   * @returns by `student`; a learner of whom there are two things has none that is known to count
   */
  join({ rows, identifier, layout, columns, table }: Roster): Map<string, Source> {
    const users = layout?.anyCase?.find((column) => columns.includes(column));
    const userOf = ({ at }: RosterRow): string =>
      users === undefined ? '' : (table.rows[at]?.cells[columns.indexOf(users)] ?? '').trim();
    if (users !== undefined) this.#prefixFor(rows.map(userOf).filter(Boolean));
    const own = new Map<string, Source>();
    for (const row of rows) {
      const found = this.#of(row, identifier, layout);
      found.forEach((each) => this.#taken.add(each));
      const [first, second] = found;
      if (first) own.set(row.student, second ? twoOf(row.student, found) : first.source);
      if (
        found.some(
          ({ student }) => student !== row.student && student.normalize('NFC') === row.student.normalize('NFC'),
        )
      )
        this.#otherSpelling.push(quote(row.student));
    }
    // A learner who never accepted the assignment has no user name, so that this column identifies not everybody.
    if (layout && users !== undefined && users !== identifier)
      for (const row of rows) {
        const user = userOf(row);
        if (user === '' || own.has(row.student)) continue;
        const found = this.#find(user, users, layout, this.#prefix).filter((each) => !this.#taken.has(each));
        found.forEach((each) => this.#taken.add(each));
        const [first, second] = found;
        if (first) own.set(row.student, second ? twoOf(row.student, found) : first.source);
      }
    for (const [row, found] of this.#byFullName(rows, columns)) {
      if (own.has(row.student)) continue;
      this.#taken.add(found);
      this.#byName.push(quote(row.student));
      own.set(row.student, found.source);
    }
    return own;
  }

  /** What is no learner's. */
  left(): SubmittedWork[] {
    return [...this.learners.values()].filter((each) => !this.#taken.has(each));
  }

  /** How learners were found by something else than the identifier as it is. */
  get notes(): string[] {
    return [
      ...(this.#byName.length
        ? [`Found by their full names, which one learner each has: ${abbreviateList(this.#byName)}.`]
        : []),
      ...(this.#prefix === undefined
        ? []
        : [`The submissions are repositories named ${quote(`${this.#prefix}USERNAME`)}.`]),
    ];
  }

  /** Identifiers that are the same text in other characters. */
  get otherSpellings(): string[] {
    return this.#otherSpelling.length
      ? [
          `The folder writes the accents of these identifiers in another way than the roster: ${abbreviateList(this.#otherSpelling)}.`,
        ]
      : [];
  }

  #of(row: RosterRow, column: string, layout?: RosterLayout): SubmittedWork[] {
    if (layout) return this.#find(row.student, column, layout, this.#prefix);
    // In a roster of ours a number of Canvas's own has a column of its own.
    const numbered = row.canvas_id === undefined ? [] : this.#find(row.canvas_id, 'id');
    if (numbered.length) return numbered.filter((found) => found.column === 'id');
    return this.#find(row.student, column).filter((found) => isPlausible(found, row));
  }

  #find(id: string, column: string, layout?: RosterLayout, prefix?: string): SubmittedWork[] {
    const means = (found: SubmittedWork): boolean =>
      found.column === undefined || layout === undefined || found.column === column;
    const direct = this.#by.get(id.normalize('NFC'))?.filter(means) ?? [];
    if (direct.length) return direct;
    if (layout?.system === 'moodle-worksheet' && column === 'identifier') {
      // "Participant 1234", in the language of the site.
      const [, number = ''] = /(?<!\d)(\d+)$/.exec(id) ?? [];
      return this.#by.get(number)?.filter(means) ?? [];
    }
    if (!layout?.anyCase?.includes(column)) return [];
    return this.#lower.get(id.toLowerCase()) ?? this.#lower.get(`${prefix ?? '\0'}${id.toLowerCase()}`) ?? [];
  }

  /** The prefix that most of the entries have that end in one of the user names; of two, the shorter. */
  #prefixFor(usernames: readonly string[]): string | undefined {
    const names = new Set(usernames.map((name) => name.toLowerCase()));
    const counts = new Map<string, number>();
    for (const entry of this.#lower.keys())
      for (let at = entry.indexOf('-'); at >= 0; at = entry.indexOf('-', at + 1))
        if (names.has(entry.slice(at + 1))) {
          const prefix = entry.slice(0, at + 1);
          counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
        }
    const [best] = [...counts].sort(([one, a], [other, b]) => b - a || one.length - other.length);
    this.#prefix = best?.[0];
    return this.#prefix;
  }

  /**
   * Entries and rows that have one full name in common, which no other entry and no other row has. It says whose an
   * entry is only where nothing better does: the number in the entry's name stands in no column of the roster.
   */
  #byFullName(rows: readonly RosterRow[], columns: readonly string[]): [RosterRow, SubmittedWork][] {
    const named = group(
      [...this.learners.values()].filter(({ name }) => name !== undefined),
      ({ name = '' }) => [fullName(name)],
    );
    const people = group(rows, ({ name }) => (name === undefined ? [] : [fullName(name)]));
    return [...people].flatMap(([name, [row, ...others]]) => {
      const [found, ...more] = named.get(name) ?? [];
      const only = row && found && !others.length && !more.length && !this.#taken.has(found);
      return only && found.column !== undefined && !columns.includes(found.column) ? [[row, found]] : [];
    });
  }
}

/** All that an entry says of whose it is. */
export const identifiersOf = ({ student, submitters = [] }: SubmittedWork): string[] => [
  student,
  ...submitters.flatMap(({ sid, email }) => [sid, email].flatMap((id) => id ?? [])),
];

/** Whether a number of an LMS's own and the name beside it are of one person, as far as the roster says the name. */
function isPlausible({ column, letters, name: shown }: SubmittedWork, { name }: RosterRow): boolean {
  const entry = bare(letters ?? shown ?? '');
  if (column === undefined || name === undefined || entry === '' || entry.startsWith('anon')) return true;
  return name.split(/[\s,]+/).some((word) => word !== '' && entry.includes(bare(word)));
}

const bare = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const twoOf = (student: string, found: readonly SubmittedWork[]): Source => ({
  kind: 'refused',
  reason: `There are ${found.length} submissions of ${quote(student)} in the folder: ${abbreviateList(found.flatMap(({ entries }) => entries.map((each) => quote(each))))}.`,
  remedy: 'Keep only the one that counts.',
});

/** "Doe, Jane" and "Jane Doe" are one name. */
function fullName(name: string): string {
  const [last = '', first] = name.split(',').map((part) => part.trim());
  return (first === undefined ? last : `${first} ${last}`).normalize('NFC').replace(/\s+/g, ' ').trim();
}

function group<T>(all: readonly T[], keysOf: (each: T) => string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all)
    for (const key of new Set(keysOf(each))) {
      const same = groups.get(key);
      if (same) same.push(each);
      else groups.set(key, [each]);
    }
  return groups;
}
