import { readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, parse, relative, resolve } from 'node:path';
import { Problem } from '../../../common/problem';
import type { Entry, Source } from './entry';
import { findSubmission } from './find-submission';
import { readRoster, type RosterRow } from './roster';

export interface ClassInput {
  /** Holds one entry a learner. */
  folder?: string;
  roster?: string;
  /** Where the results go: never a submission, wherever it is. */
  output: string;
}

export interface Class {
  entries: Entry[];
  /** What of the folder belongs to nobody. */
  notes: string[];
}

/**
 * Who is in the class, and where the work of each is: one learner an entry of the folder, or one a line of the
 * roster. With both, the roster says who is in the class, and a learner whose line names nothing is looked for in the
 * folder by the identifier.
 *
 * @throws Problem for a roster or a folder that cannot be used
 */
export function readClass({ folder, roster, output }: ClassInput): Class {
  const found = folder === undefined ? undefined : readFolder(folder, [output, ...(roster ? [roster] : [])]);
  if (roster === undefined) {
    if (!found?.size)
      throw new Problem(
        found ? `The folder ${folder} holds no submission.` : 'There is nothing to grade.',
        'Name a folder with one entry a learner, or a roster: cognito-lab grade FOLDER, or cognito-lab grade --roster roster.csv.',
      );
    return { entries: [...found].map(([student, source]) => ({ student, source })), notes: [] };
  }
  const rows = readRoster(roster);
  const root = folder ?? dirname(resolve(roster));
  if (!found && rows.every(({ submission, user_pool_id: id }) => submission === undefined && id === undefined))
    throw new Problem(
      `The roster ${roster} names neither a submission nor a user_pool_id for anybody.`,
      'Add a column "submission" or "user_pool_id", or name the folder of submissions: cognito-lab grade FOLDER --roster FILE.',
    );
  const places = { root, beside: dirname(resolve(roster)) };
  const entries = rows.map((row) => entryOf(row, places, found));
  return { entries, notes: strangersIn(found, rows, places) };
}

/** What belongs to no learner: files that systems leave in folders. */
const ignored = /^(\..*|Thumbs\.db|desktop\.ini|__MACOSX)$/i;

function readFolder(folder: string, except: string[]): Map<string, Source> {
  let names: string[];
  try {
    if (!statSync(folder).isDirectory()) throw new Problem(`${folder} is not a folder.`, 'Name a folder.');
    names = readdirSync(folder).filter((name) => !ignored.test(name));
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(
      `The folder ${folder} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
      'Name a folder with one entry a learner.',
      { cause: error },
    );
  }
  const leftOut = new Set(except.map(real));
  const found = new Map<string, Source>();
  for (const name of names.sort()) {
    if (leftOut.has(real(join(folder, name)))) continue;
    const source = entryIn(folder, name);
    const isFile = source.kind === 'submission' && statSync(source.path, { throwIfNoEntry: false })?.isFile();
    const student = isFile && /\.json$/i.test(name) ? parse(name).name : name;
    const twin = found.get(student);
    found.set(
      student,
      twin
        ? {
            kind: 'refused',
            reason: `There are two submissions of ${JSON.stringify(student)} in the folder.`,
            remedy: 'Leave the one that counts.',
          }
        : source,
    );
  }
  return found;
}

/** What stands in a folder is there, so that not to find it is no sign that nothing was handed in. */
function entryIn(folder: string, name: string): Source {
  const source = findSubmission(folder, name);
  return source.kind === 'none'
    ? {
        kind: 'refused',
        reason: `The entry ${JSON.stringify(name)} of the folder cannot be found by its name.`,
        remedy: 'Rename it, in letters of UTF-8, and run again.',
      }
    : source;
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** Where the submissions are, and where the roster is, whose paths may begin there too. */
interface Places {
  root: string;
  beside: string;
}

function entryOf(row: RosterRow, places: Places, found?: ReadonlyMap<string, Source>): Entry {
  const { student, name, email, submitted_at: submittedAt } = row;
  return {
    student,
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(submittedAt !== undefined && { submittedAt: new Date(submittedAt).toISOString() }),
    source: sourceOf(row, places, found),
  };
}

function sourceOf(row: RosterRow, places: Places, found?: ReadonlyMap<string, Source>): Source {
  const { student, submission, user_pool_id: userPoolId, account_id: accountId, region, role_arn: roleArn } = row;
  if (submission !== undefined) return named(namedSubmission(submission, places), { userPoolId, accountId });
  if (userPoolId !== undefined)
    return {
      kind: 'pool',
      userPoolId,
      region,
      roleArn,
      externalId: row.external_id,
      accountId,
    };
  const name = found && ownName(found, student);
  const own = name === undefined ? undefined : found?.get(name);
  return own ? named(own, { accountId }) : { kind: 'none', reason: 'Nothing was handed in.' };
}

/** A path of the roster is one in the folder of submissions, or one that leads there from where the roster is. */
function namedSubmission(path: string, { root, beside }: Places): Source {
  const source = findSubmission(root, path);
  if (source.kind !== 'none') return source;
  const other = findSubmission(root, relative(root, resolve(beside, path)));
  return other.kind === 'submission' ? other : source;
}

/** What was handed in, with what the roster says about it. */
const named = (source: Source, { userPoolId, accountId }: { userPoolId?: string; accountId?: string }): Source =>
  source.kind === 'submission'
    ? { ...source, ...(userPoolId && { userPoolId }), ...(accountId && { accountId }) }
    : source;

/** The name in the folder that is the learner's, though its accents may be written the other way. */
const ownName = (found: ReadonlyMap<string, Source>, student: string): string | undefined =>
  [student, student.normalize('NFC'), student.normalize('NFD')].find((name) => found.has(name));

function strangersIn(
  found: ReadonlyMap<string, Source> | undefined,
  rows: readonly RosterRow[],
  { root, beside }: Places,
): string[] {
  const known = new Set(rows.map(({ student }) => (found && ownName(found, student)) ?? student));
  const base = real(root);
  const plain = (path: string): string => resolve(base, path).normalize('NFC');
  const named = new Set(
    rows.flatMap(({ submission }) =>
      submission === undefined ? [] : [plain(submission), plain(resolve(real(beside), submission))],
    ),
  );
  const isNamed = (student: string, source: Source): boolean =>
    [student, ...(source.kind === 'submission' ? [source.path] : [])].some((path) => named.has(plain(path)));
  return [...(found ?? [])]
    .filter(([student, source]) => !known.has(student) && !isNamed(student, source))
    .map(([student]) => `In the folder there is ${JSON.stringify(student)}, whom the roster does not name.`);
}
