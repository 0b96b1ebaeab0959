import { dirname, relative, resolve } from 'node:path';
import { Problem } from '../../../common/problem';
import { oneLine } from '../../../common/text/plain-text';
import { PrivateFolder } from '../../../targets/submission/private-folder';
import { quote } from '../../../common/text/shorten';
import type { Entry, Source } from './entry';
import { findSubmission } from './find-submission';
import { SubmissionIndex, identifiersOf } from './submission-index';
import { byComparableForm, difference, nearMisses } from './near-misses';
import { readFolder, realPathOf } from './read-folder';
import { readRoster, type Roster, type RosterRow } from './roster';
import { abbreviateList } from './abbreviate-list';

export interface ClassInput {
  /** A folder with one entry per learner, or the archive of a download. */
  folder?: string;
  roster?: string;
  /** The folder of the results, which is never taken for a submission. */
  output: string;
}

export interface Class {
  entries: Entry[];
  /** Entries that belong to nobody, and how the files were read. */
  notes: string[];
  /** Messages that are printed and not kept. */
  hints: string[];
  roster?: Roster;
  /** Removes what was extracted from archives. */
  dispose: () => void;
}

/**
 * Reads the learners of a class and where each one's submission or pool is: one learner per entry of the folder, or per
 * line of the roster. With both, the roster lists the class, and a learner without a path in the roster is found in the
 * folder by identifier.
 *
 * @throws Problem for a roster or a folder that cannot be used
 */
export async function readClass(input: ClassInput): Promise<Class> {
  const temporary = new PrivateFolder();
  try {
    return { ...(await read(input, temporary)), dispose: temporary.remove };
  } catch (error) {
    temporary.remove();
    throw error;
  }
}

async function read(
  { folder, roster: path, output }: ClassInput,
  temporary: PrivateFolder,
): Promise<Omit<Class, 'dispose'>> {
  const found =
    folder === undefined ? undefined : await readFolder(folder, [output, ...(path ? [path] : [])], temporary);
  const download = [
    ...(found?.title === undefined ? [] : [`The submissions are ${found.title}.`]),
    ...(found?.notes ?? []),
  ];
  if (path === undefined) {
    if (!found?.learners.size)
      throw new Problem(
        found ? `The folder ${folder} contains no submission.` : 'There is nothing to grade.',
        'Name a folder with one entry per learner, or a roster: cognito-lab grade FOLDER, or cognito-lab grade --roster roster.csv.',
      );
    const entries = [...found.learners.values()].map(({ student, name, source, submitters }) => {
      const [by] = submitters?.length === 1 ? submitters : [];
      const shown = name ?? by?.name;
      return { student: by?.sid ?? by?.email ?? student, ...(shown !== undefined && { name: shown }), source };
    });
    return {
      entries: onceEach(entries),
      notes: [...download, ...twins(entries.map(({ student }) => student))],
      hints: [],
    };
  }
  const index = found && new SubmissionIndex(found.learners);
  const roster = readRoster(path, index && ((...ids) => index.countKnown(...ids)));
  const root = found?.root ?? dirname(resolve(path));
  if (!found && roster.rows.every(({ submission, user_pool_id: id }) => submission === undefined && id === undefined))
    throw new Problem(
      `The roster ${path} names neither a submission nor a user_pool_id for anybody.`,
      'Add a column "submission" or "user_pool_id", or name the folder of submissions: cognito-lab grade FOLDER --roster FILE.',
    );
  const places = { root, beside: dirname(resolve(path)) };
  const join = index && joinTo(index, roster);
  const entries: Entry[] = [];
  for (const row of roster.rows) entries.push(await entryOf(row, places, join, temporary));
  return {
    entries,
    roster,
    hints: index?.otherSpellings ?? [],
    notes: [
      ...layoutNote(roster),
      ...download,
      ...(index?.notes ?? []),
      ...(join ? strangersIn(join.left, roster.rows, places) : []),
      ...twins(roster.rows.map(({ student }) => student)),
    ],
  };
}

/** Of two entries for one learner, neither is graded: it is not known which one counts. */
function onceEach(entries: readonly Entry[]): Entry[] {
  const byStudent = new Map<string, Entry>();
  for (const entry of entries) {
    const { student } = entry;
    const twin = byStudent.get(student);
    byStudent.set(
      student,
      twin
        ? {
            ...twin,
            source: {
              kind: 'refused',
              reason: `There are two submissions of ${quote(student)} in the folder.`,
              remedy: 'Keep only the one that counts.',
            },
          }
        : entry,
    );
  }
  return [...byStudent.values()];
}

function layoutNote({ layout, table, columns, identifier }: Roster): string[] {
  const column = table.header[columns.indexOf(identifier)] ?? identifier;
  return layout ? [`The roster is ${layout.title}; its column ${quote(oneLine(column))} identifies a learner.`] : [];
}

/** Notes on similar identifiers in a class. */
function twins(students: readonly string[]): string[] {
  const pairs = [...byComparableForm(students).values()]
    .filter((same) => same.length > 1)
    .map((same) =>
      same
        .slice(0, 3)
        .map((each) => quote(each))
        .join(' and '),
    );
  return pairs.length
    ? [`These identifiers look alike and are taken for different learners: ${abbreviateList(pairs, '; ')}.`]
    : [];
}

interface Join {
  own: ReadonlyMap<string, Source>;
  /** Entries that resemble a learner's identifier without being equal to it. */
  near: ReadonlyMap<string, string>;
  left: { student: string; source: Source }[];
}

/** Assigns the entries of the folder to the learners of the roster. */
function joinTo(index: SubmissionIndex, roster: Roster): Join {
  const own = index.join(roster);
  const left = index.left();
  const forms = byComparableForm(left.flatMap(identifiersOf));
  const near = new Map<string, string>();
  for (const { student } of roster.rows) {
    const [other] = own.has(student) ? [] : nearMisses(student, forms);
    if (other !== undefined) near.set(student, other);
  }
  return { own, near, left };
}

/** The folders that a path in the roster may start from: that of the submissions and that of the roster. */
interface Places {
  root: string;
  beside: string;
}

async function entryOf(
  row: RosterRow,
  places: Places,
  join: Join | undefined,
  temporary: PrivateFolder,
): Promise<Entry> {
  const { student, name, email, submitted_at: submittedAt } = row;
  return {
    student,
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(submittedAt !== undefined && { submittedAt: new Date(submittedAt).toISOString() }),
    source: await sourceOf(row, places, join, temporary),
  };
}

async function sourceOf(
  row: RosterRow,
  places: Places,
  join: Join | undefined,
  temporary: PrivateFolder,
): Promise<Source> {
  const { student, submission, user_pool_id: userPoolId, account_id: accountId, region, role_arn: roleArn } = row;
  if (submission !== undefined)
    return named(await namedSubmission(submission, places, temporary), { userPoolId, accountId });
  if (userPoolId !== undefined)
    return {
      kind: 'pool',
      userPoolId,
      region,
      roleArn,
      externalId: row.external_id,
      accountId,
    };
  const own = join?.own.get(student);
  if (own) return named(own, { accountId });
  const near = join?.near.get(student);
  return near === undefined
    ? { kind: 'none', reason: 'Nothing was handed in.' }
    : {
        kind: 'refused',
        reason: `The folder has no ${quote(student)}, but ${quote(near)}, which differs only ${difference(student, near)}.`,
        remedy: 'If it is the same learner, give both the same identifier and run again.',
      };
}

/** A path in the roster is relative to the folder of submissions, or to the roster's own folder. */
async function namedSubmission(path: string, { root, beside }: Places, temporary: PrivateFolder): Promise<Source> {
  const source = await findSubmission(root, path, temporary);
  if (source.kind !== 'none') return source;
  const other = await findSubmission(root, relative(root, resolve(beside, path)), temporary);
  return other.kind === 'submission' ? other : source;
}

/** A submission, with what the roster says about it. */
const named = (source: Source, { userPoolId, accountId }: { userPoolId?: string; accountId?: string }): Source =>
  source.kind === 'submission'
    ? { ...source, ...(userPoolId && { userPoolId }), ...(accountId && { accountId }) }
    : source;

/** Entries of the folder that no row of the roster names, by an identifier or by a path. */
function strangersIn(
  left: readonly { student: string; source: Source }[],
  rows: readonly RosterRow[],
  { root, beside }: Places,
): string[] {
  const base = realPathOf(root);
  const plain = (path: string): string => resolve(base, path).normalize('NFC');
  const paths = new Set(
    rows.flatMap(({ submission }) =>
      submission === undefined ? [] : [plain(submission), plain(resolve(realPathOf(beside), submission))],
    ),
  );
  const isNamed = (student: string, source: Source): boolean =>
    [student, ...(source.kind === 'submission' ? [source.path] : [])].some((path) => paths.has(plain(path)));
  return left
    .filter(({ student, source }) => !isNamed(student, source))
    .map(({ student }) => `The folder contains ${quote(student)}, who is not in the roster.`);
}
