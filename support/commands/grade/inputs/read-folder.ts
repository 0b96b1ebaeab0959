import { lstatSync, mkdirSync, readdirSync, realpathSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { CouldNotLook } from '../../../common/could-not-look';
import { readBounded } from '../../../common/files/read-bounded';
import { isoDate } from '../../../common/iso-date';
import { Problem } from '../../../common/problem';
import { quote } from '../../../common/text/shorten';
import { extractZip, type LeftOut } from '../../../targets/submission/extract-zip';
import { cliFiles, submissionLimits } from '../../../targets/submission/cli-folder';
import { isZip } from '../../../targets/submission/unwrap-submission';
import { isIgnored } from '../../../targets/submission/ignored-files';
import type { PrivateFolder } from '../../../targets/submission/private-folder';
import { classLimits } from '../../../targets/submission/zip-limits';
import { downloadLayoutOf, isTypedText, readEntryName, type EntryName } from './download-layouts';
import type { Source } from './entry';
import { findSubmission } from './find-submission';
import { readSubmitters, type Submitter } from './gradescope-submitters';

/** The entries of a folder that belong to one learner. */
export interface SubmittedWork extends EntryName {
  source: Source;
  /** The names of these entries. */
  entries: string[];
  /** Its learners, if the system lists them in a file. */
  submitters?: Submitter[];
}

export interface SubmissionFolder {
  /** By the learner's identifier in the entries' names. */
  learners: Map<string, SubmittedWork>;
  /** The folder of the entries; for an archive, of the extracted ones. */
  root: string;
  /** The layout's title, if it is the download of an LMS. */
  title?: string;
  /** Files of an archive that were left out and belong to no learner. */
  notes: string[];
}

/**
 * Reads a folder with one entry per learner, or the download of an LMS, as a folder or a zip archive.
 *
 * @param except files and folders that are not submissions
 * @throws Problem for a folder that cannot be read
 */
export async function readFolder(
  path: string,
  except: readonly string[],
  temporary: PrivateFolder,
): Promise<SubmissionFolder> {
  const { folder, leftOut } = await openFolder(path, temporary);
  const omitted = new Set(except.map(realPathOf));
  const there = namesIn(folder).filter((name) => !omitted.has(realPathOf(join(folder, name))) && !isTypedText(name));
  const names = [...there, ...entriesLeftOut(leftOut, there)].sort();
  const layout = downloadLayoutOf(names);
  const submitters = readSubmitters(join(folder, 'submission_metadata.yml'));
  const groups = new Map<string, (EntryName & { entry: string })[]>();
  for (const entry of names) {
    const read = readEntryName(
      entry,
      isFile(join(folder, entry)) || leftOut.some(({ name }) => name === entry),
      layout,
    );
    groups.set(read.student, [...(groups.get(read.student) ?? []), { ...read, entry }]);
  }
  const learners = new Map<string, SubmittedWork>();
  for (const [student, entries] of groups) {
    const [first] = entries as [EntryName & { entry: string }];
    const { entry, ...name } = first;
    const by = submitters.get(entry);
    learners.set(student, {
      ...name,
      entries: entries.map(({ entry }) => entry),
      source: refusedByArchive(entries, leftOut) ?? (await sourceOf(folder, entries, temporary)),
      ...(by && { submitters: by }),
    });
  }
  return {
    learners,
    root: folder,
    ...(layout && { title: layout.title }),
    notes: leftOut.filter(leadsOut).map(leftOutText),
  };
}

const leadsOut = ({ name }: LeftOut): boolean =>
  name.split(/[/\\]/).some((part) => part === '..' || part === '.' || part === '' || part.endsWith(':'));

/** Entries of which nothing was extracted: a submission must not disappear because of that. */
const entriesLeftOut = (leftOut: readonly LeftOut[], there: readonly string[]): string[] => [
  ...new Set(
    leftOut
      .filter((each) => !leadsOut(each))
      .map(({ name }) => name.split('/')[0] ?? '')
      .filter((entry) => !there.includes(entry)),
  ),
];

const leftOutText = ({ name, reason }: LeftOut): string =>
  `In the archive, ${quote(name)} may not be extracted: ${reason}.`;

/** The folder of the entries: the given one, the content of the archive, or the only folder in either. */
async function openFolder(path: string, temporary: PrivateFolder): Promise<{ folder: string; leftOut: LeftOut[] }> {
  let folder = path;
  let leftOut: LeftOut[] = [];
  try {
    const stats = statSync(path);
    const archive = stats.isFile() && isZip(path);
    if (!archive && !stats.isDirectory())
      throw new Problem(
        `${path} is not a folder.`,
        'Name a folder with one entry per learner, or the zip archive of a download.',
      );
    if (archive) {
      folder = temporary.next();
      mkdirSync(folder, { mode: 0o700 });
      leftOut = await extractZip(path, folder, { name: path, limits: classLimits });
    }
    const inner = wrapped(folder, archive);
    if (inner !== undefined)
      leftOut = leftOut.map((each) =>
        leadsOut(each) ? each : { ...each, name: each.name.split('/').slice(1).join('/') },
      );
    return { folder: inner ?? folder, leftOut };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(
      `The folder ${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
      'Name a folder with one entry per learner.',
      { cause: error },
    );
  }
}

const namesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => !isIgnored(name))
    .sort();

/**
 * The only folder inside a folder, if it contains the entries: their names match a layout, or it is all of an archive.
 * A folder of AWS CLI output is an entry itself.
 */
function wrapped(folder: string, archive: boolean): string | undefined {
  const [only, ...others] = namesIn(folder);
  if (only === undefined || others.length) return undefined;
  const inner = join(folder, only);
  if (!lstatSync(inner, { throwIfNoEntry: false })?.isDirectory() || downloadLayoutOf([only])) return undefined;
  const names = namesIn(inner);
  const several = names.length > 1 && !names.some((name) => Object.values(cliFiles).includes(name));
  return downloadLayoutOf(names) !== undefined || (archive && several) ? inner : undefined;
}

const isFile = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** A learner with a file that could not be extracted is refused: that file could be the submission. */
function refusedByArchive(entries: readonly { entry: string }[], leftOut: readonly LeftOut[]): Source | undefined {
  const fault = leftOut.find(({ name }) => entries.some(({ entry }) => name === entry || name.startsWith(`${entry}/`)));
  return (
    fault && {
      kind: 'refused',
      reason: leftOutText(fault),
      remedy: 'Ask for the files themselves, or for an archive that contains only them.',
    }
  );
}

async function sourceOf(
  folder: string,
  entries: readonly (EntryName & { entry: string })[],
  temporary: PrivateFolder,
): Promise<Source> {
  if (entries.length === 1) return entryIn(folder, entries[0]!.entry, temporary);
  const answers = entries.map(({ entry, file = '' }) => ({ entry, name: answerFile(file) }));
  const isWhole = answers.every(({ name, entry }) => name !== undefined && isFile(join(folder, entry)));
  if (isWhole && new Set(answers.map(({ name }) => name)).size === answers.length)
    return together(folder, answers as { entry: string; name: string }[], temporary);
  const names = entries.slice(0, 5).map(({ entry }) => quote(entry));
  return {
    kind: 'refused',
    reason: `There are two submissions of ${quote(entries[0]!.student)} in the folder: ${names.join(', ')}.`,
    remedy: 'Keep only the one that counts.',
  };
}

/** `describe-user-pool-1.json`: Canvas numbers a file that was submitted again. */
const answerFile = (file: string): string | undefined => {
  const name = file.replace(/-\d+(?=\.json$)/i, '').toLowerCase();
  return Object.values(cliFiles).includes(name) ? name : undefined;
};

/** Collects files of AWS CLI output that were submitted one by one into a folder. */
async function together(
  folder: string,
  answers: readonly { entry: string; name: string }[],
  temporary: PrivateFolder,
): Promise<Source> {
  const into = join(temporary.next(), 'submission');
  mkdirSync(into, { recursive: true, mode: 0o700 });
  for (const { entry, name } of answers) {
    try {
      const { bytes, modified } = readBounded(join(realpathSync(folder), entry), {
        name: quote(entry),
        most: submissionLimits.file,
        followLinks: false,
      });
      writeFileSync(join(into, name), bytes, { flag: 'wx', mode: 0o600 });
      if (isoDate(modified) !== undefined) utimesSync(join(into, name), modified / 1000, modified / 1000);
    } catch (error) {
      if (!(error instanceof CouldNotLook)) throw error;
      return { kind: 'refused', reason: error.message, remedy: error.remedy ?? 'Ask for the files again.' };
    }
  }
  return findSubmission(resolve(into, '..'), basename(into), temporary);
}

/** An entry that was listed exists: if it cannot be found by its name, that does not mean that there is no submission. */
async function entryIn(folder: string, name: string, temporary: PrivateFolder): Promise<Source> {
  const source = await findSubmission(folder, name, temporary);
  return source.kind === 'none'
    ? {
        kind: 'refused',
        reason: `The entry ${quote(name)} of the folder cannot be found by its name.`,
        remedy: 'Rename it, in letters of UTF-8, and run again.',
      }
    : source;
}

/** A path with its links resolved, as far as it exists. */
export function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
