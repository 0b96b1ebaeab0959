import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { maskAccount } from '../../common/text/mask';
import { Problem } from '../../common/problem';
import { clientsFolder, files } from '../../targets/submission/folder';
import { readSubmission } from '../../targets/submission/open-submission';
import { limits } from '../../common/json/read-json';
import { readSnapshot, SnapshotAnswers } from '../../targets/submission/snapshot-file';
import { Submission, unknownPool } from '../../targets/submission/submission';
import type { Source } from './inputs/entry';
import { lookAtNothing, type Look } from './evidence';

type Handed = Extract<Source, { kind: 'submission' }>;

/** What a learner handed in, if it is of the pool and the account that the roster has the learner down for. */
export function lookAtSubmission({ path, userPoolId, accountId }: Handed): Look {
  const look = read(path);
  const says = look.submission.identity();
  const account = says.arn?.split(':')[4];
  const strange =
    userPoolId !== undefined && says.userPoolId !== unknownPool && says.userPoolId !== userPoolId
      ? [`the user pool ${says.userPoolId}`, userPoolId]
      : accountId !== undefined && account && maskAccount(account) !== maskAccount(accountId)
        ? [`the account ${maskAccount(account)}`, maskAccount(accountId)]
        : undefined;
  if (!strange) return look;
  const message = `What was handed in is of ${strange[0]}, but the roster names ${strange[1]}.`;
  return lookAtNothing({ message, remedy: 'Ask whose it is before you grade it.' }, look.evidence, {
    takenAt: look.takenAt,
  });
}

/** It is the learner's own word, whatever form it has. */
function read(path: string): Look {
  const evidence = 'self-reported';
  // Where it is on the instructor's machine is no business of the learner's, who gets to read the reason.
  const name = basename(path);
  try {
    if (statSync(path).isDirectory()) {
      const submission = readSubmission(path, name);
      return { submission, evidence, calls: [], ...folderFacts(path) };
    }
    const snapshot = readSnapshot(path, name);
    const { digest, takenAt } = snapshot;
    const submission = new Submission(new SnapshotAnswers(snapshot));
    return { submission, evidence, calls: [], digest, takenAt: dateOf(takenAt) ?? fileDate(path) };
  } catch (error) {
    const why = error instanceof Problem ? error : unreadable(name, error as NodeJS.ErrnoException);
    return lookAtNothing(why, evidence, { takenAt: fileDate(path) });
  }
}

/** Whatever is in the way of reading one submission is in the way of that one alone. */
const unreadable = (name: string, { code, message }: NodeJS.ErrnoException): { message: string; remedy: string } => ({
  message: `The submission ${name} cannot be read (${code ?? message}).`,
  remedy: 'Check that it is still there and that you may read it, then run again with --resume.',
});

/** The files of a folder say nothing of themselves: they are told by their bytes, and dated by the newest. */
function folderFacts(folder: string): Pick<Look, 'digest' | 'takenAt'> {
  const clients = join(folder, clientsFolder);
  const several = unlessInTheWay(() => readdirSync(clients).sort()) ?? [];
  const names = [...Object.values(files), ...several.map((name) => join(clientsFolder, name))];
  const hash = createHash('sha256');
  let newest = 0;
  for (const name of names) {
    const path = join(folder, name);
    const stats = unlessInTheWay(() => statSync(path));
    if (!stats?.isFile() || stats.size > limits.bytes) continue;
    hash.update(`${name}\0${stats.size}\0`).update(unlessInTheWay(() => readFileSync(path)) ?? '');
    newest = Math.max(newest, stats.mtimeMs);
  }
  return { digest: `sha256:${hash.digest('hex')}`, takenAt: new Date(newest).toISOString() };
}

/** What cannot be read is told where it is judged; here it is only left out. */
function unlessInTheWay<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

const dateOf = (text: string): string | undefined =>
  Number.isNaN(Date.parse(text)) ? undefined : new Date(text).toISOString();

function fileDate(path: string): string | undefined {
  return unlessInTheWay(() => statSync(path))?.mtime.toISOString();
}
