import { closeSync, constants, lstatSync, mkdirSync, openSync, readSync, rmSync, type Stats } from 'node:fs';
import { basename, join } from 'node:path';
import { listFolder } from '../../common/files/list-folder';
import { decode } from '../../common/text/decode';
import { Problem } from '../../common/problem';
import { quote } from '../../common/text/shorten';
import { extractZip } from './extract-zip';
import { answerNames, usualNames } from './cli-folder';
import { isIgnored } from './ignored-files';
import type { PrivateFolder } from './private-folder';
import { submissionLimits } from './zip-limits';

/** The location of a submission, without its wrapping folders and archives. */
export type Located =
  { kind: 'at'; path: string; isLink: boolean } | { kind: 'refused'; reason: string; remedy: string };

/** The maximum nesting of archives: a learner's zip in the zip of a download. */
const mostArchives = 2;

/** The maximum folder depth: a download's folder, an archive's, and one from unzipping twice. */
const deepest = 3;

/** The maximum number of folder entries that are searched. */
const mostEntries = 5_000;

/**
 * Finds the submission in a path: a file or a folder of AWS CLI output, or the only one of these in nested folders or
 * zip archives. The first level with a candidate decides; deeper levels are not searched.
 *
 * @param name the name of the submission in messages
 * @param temporary where archives are extracted
 * @returns `at` also for a folder without any submission, which reports that when it is read
 * @throws Problem if an archive cannot be extracted for lack of space or permission
 */
export async function unwrapSubmission(
  path: string,
  name: string,
  temporary: PrivateFolder,
  archives = mostArchives,
): Promise<Located> {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) return { kind: 'at', path, isLink: true };
  if (stats.isFile()) return isArchive(path) ? inArchive(path, name, temporary, archives) : at(path);
  return stats.isDirectory() ? inFolder(path, name, temporary, archives) : at(path);
}

const at = (path: string): Located => ({ kind: 'at', path, isLink: false });

async function inArchive(path: string, name: string, temporary: PrivateFolder, archives: number): Promise<Located> {
  if (archives === 0)
    return refused(
      `In ${quote(name, 200)} there are archives in archives.`,
      'Hand in one archive of the folder itself.',
    );
  const into = join(temporary.next(), basename(path).replace(/\.zip$/i, '') || 'archive');
  mkdirSync(into, { recursive: true, mode: 0o700 });
  const fault = await faultOfArchive(path, into, name);
  if (!fault) return inFolder(into, name, temporary, archives - 1);
  // What was extracted until then would take up the disk until the end of the run.
  rmSync(into, { recursive: true, force: true });
  return fault;
}

/** Extracts an archive. @returns why it may not be, with what of it there is left in the folder */
async function faultOfArchive(path: string, into: string, name: string): Promise<Located | undefined> {
  try {
    const [first] = await extractZip(path, into, { name, limits: submissionLimits, isWanted: canBeOfSubmission });
    return (
      first &&
      refused(
        `In the archive ${quote(name, 200)}, ${quote(first.name, 200)} may not be extracted: ${first.reason}.`,
        'Hand in the files themselves, or an archive of nothing but them.',
      )
    );
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return refused(error.message, error.remedy ?? 'Hand in the folder itself.');
  }
}

interface Candidate {
  path: string;
  /** Searches from the submitted folder. */
  name: string;
  isLink: boolean;
}

async function inFolder(folder: string, name: string, temporary: PrivateFolder, archives: number): Promise<Located> {
  const shown = quote(name, 200);
  let level: { path: string; name: string }[] = [{ path: folder, name: '' }];
  const others: Candidate[] = [];
  let seen = 0;
  for (let depth = 0; depth <= deepest && level.length; depth++) {
    const found: Candidate[] = [];
    const below: typeof level = [];
    for (const each of level) {
      const content = contentOf(each.path, each.name);
      seen += content.entries;
      if (seen > mostEntries)
        return refused(
          `In ${shown} there are more than ${mostEntries} files and folders.`,
          'Hand in what the AWS CLI or "cognito-lab snapshot" wrote, and nothing else.',
        );
      found.push(...content.submissions);
      others.push(...content.others);
      below.push(...content.folders);
    }
    const one = chosen(found, shown);
    if (one)
      return one.kind === 'at' && !one.isLink && one.path !== folder && isArchive(one.path)
        ? unwrapSubmission(one.path, basename(one.path), temporary, archives)
        : one;
    level = below;
  }
  return chosen(others, shown) ?? at(folder);
}

/** The only candidate, or a refusal that lists several. */
function chosen(candidates: readonly Candidate[], shown: string): Located | undefined {
  const [first] = candidates;
  if (candidates.length < 2) return first && { kind: 'at', path: first.path, isLink: first.isLink };
  const names = candidates.slice(0, 5).map(({ name }) => quote(name || '.', 200));
  const more = candidates.length > 5 ? ` and ${candidates.length - 5} more` : '';
  return refused(
    `In ${shown} there are ${candidates.length} things that could be the submission: ${names.join(', ')}${more}.`,
    'Leave the one that counts, and take the others out.',
  );
}

interface Named {
  name: string;
  stats: Stats;
}

/** The entries of a folder, except ignored files. */
function contentOf(
  folder: string,
  name: string,
): { submissions: Candidate[]; others: Candidate[]; folders: { path: string; name: string }[]; entries: number } {
  const entries = listFolder(folder, mostEntries + 1)
    .names.filter((entry) => !isIgnored(entry))
    .flatMap((entry) => {
      const stats = lstatSync(join(folder, entry), { throwIfNoEntry: false });
      return stats ? [{ name: entry, stats }] : [];
    });
  const isAnswer = (entry: Named): boolean => answerNames.includes(entry.name);
  const isSubmission = entries.some(({ name: entry }) => usualNames.includes(entry));
  const rest = entries.filter((entry) => !isAnswer(entry));
  const candidate = ({ name: entry, stats }: Named): Candidate => ({
    path: join(folder, entry),
    name: name === '' ? entry : `${name}/${entry}`,
    isLink: stats.isSymbolicLink(),
  });
  const whole = rest.filter((entry) => !entry.stats.isDirectory() && isWhole(join(folder, entry.name), entry));
  return {
    submissions: [...(isSubmission ? [{ path: folder, name, isLink: false }] : []), ...whole.map(candidate)],
    others: rest.filter((entry) => /\.json$/i.test(entry.name) && !whole.includes(entry)).map(candidate),
    folders: rest
      .filter((entry) => entry.stats.isDirectory())
      .map((entry) => ({ path: candidate(entry).path, name: candidate(entry).name })),
    entries: entries.length,
  };
}

/** Whether a file can be a submission: a snapshot or an archive. A link could be either. */
function isWhole(path: string, entry: Named): boolean {
  if (!canBeOfSubmission(entry.name)) return false;
  if (entry.stats.isSymbolicLink()) return true;
  return entry.stats.isFile() && (isArchive(path) || decode(head(path, 64 * 1024)).includes('cognito-lab/snapshot/'));
}

/** Whether a file can be part of a submission by its name: of the rest of an archive, screenshots say, nobody reads any. */
const canBeOfSubmission = (name: string): boolean => /\.(json|zip)$/i.test(name);

const isArchive = (path: string): boolean => /\.zip$/i.test(path) || isZip(path);

/** Detects a zip archive by its first bytes, an empty one included. */
export const isZip = (path: string): boolean => ['504b0304', '504b0506'].includes(head(path, 4).toString('hex'));

/** The first bytes of a file; none if it cannot be read. */
function head(path: string, bytes: number): Buffer {
  let fd: number | undefined;
  try {
    fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const buffer = Buffer.alloc(bytes);
    return buffer.subarray(0, readSync(fd, buffer, 0, bytes, 0));
  } catch {
    return Buffer.alloc(0);
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

const refused = (reason: string, remedy: string): Located => ({ kind: 'refused', reason, remedy });
