import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problem';
import { clientsFolder, files } from '../submission/folder';
import { readSubmission } from '../submission/read';
import { limits } from '../submission/read-json';
import { readSnapshot, SnapshotAnswers } from '../submission/snapshot-file';
import { Submission } from '../submission/submission';
import { lookAtNothing, type Look } from './look';

/** What a learner handed in. It is their own word, whatever form it has. */
export function lookAtSubmission(path: string): Look {
  const evidence = 'self-reported';
  try {
    if (statSync(path).isDirectory()) {
      const submission = readSubmission(path);
      return { submission, evidence, calls: [], ...folderFacts(path) };
    }
    const snapshot = readSnapshot(path);
    const { digest, takenAt } = snapshot;
    const submission = new Submission(new SnapshotAnswers(snapshot));
    return { submission, evidence, calls: [], digest, takenAt: dateOf(takenAt) ?? fileDate(path) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return lookAtNothing(error, evidence, { takenAt: fileDate(path) });
  }
}

/** The files of a folder say nothing of themselves: they are told by their bytes, and dated by the newest. */
function folderFacts(folder: string): Pick<Look, 'digest' | 'takenAt'> {
  const clients = join(folder, clientsFolder);
  const several = existsSync(clients) && statSync(clients).isDirectory() ? readdirSync(clients).sort() : [];
  const names = [...Object.values(files), ...several.map((name) => join(clientsFolder, name))];
  const hash = createHash('sha256');
  let newest = 0;
  for (const name of names) {
    const stats = statSync(join(folder, name), { throwIfNoEntry: false });
    if (!stats?.isFile() || stats.size > limits.bytes) continue;
    hash.update(`${name}\0${stats.size}\0`).update(readFileSync(join(folder, name)));
    newest = Math.max(newest, stats.mtimeMs);
  }
  return { digest: `sha256:${hash.digest('hex')}`, takenAt: new Date(newest).toISOString() };
}

const dateOf = (text: string): string | undefined =>
  Number.isNaN(Date.parse(text)) ? undefined : new Date(text).toISOString();

function fileDate(path: string): string | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtime.toISOString();
}
