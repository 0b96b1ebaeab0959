import { Problem } from '../../common/problem';
import { ExitCode } from '../../common/exit-code';
import { checkEmpty, DraftFolder } from '../../common/files/draft-folder';
import { checkOutput } from '../../common/files/output-folder';
import { writeMessage } from '../../terminal/output';
import { checkShards } from './check-shards';
import { readManifest } from './manifest';
import { mergeDrift } from './merge-drift';
import { mergeGrade } from './merge-grade';

/** The options of `merge`, as Commander hands them over. */
export interface MergeFlags {
  output: string;
  summary?: string;
}

/**
 * Writes what one run would have written to a folder.
 *
 * @returns what says how it stands and sets the exit code, once the folder is in its place
 * @throws Problem where it cannot be written
 */
export type WriteMerged = (folder: string) => Promise<(flags: MergeFlags) => void>;

/**
 * `cognito-lab merge`: checks all shards, then writes what one run would have written, says how it stands, and sets the
 * exit code. The folder is whole, or as it was.
 */
export async function merge(folders: readonly string[], flags: MergeFlags): Promise<void> {
  const { output, summary } = flags;
  checkOutput(output);
  const shards = checkShards(folders.map((folder) => ({ folder, manifest: readManifest(folder) })));
  const isGrade = shards[0]?.manifest.command === 'grade';
  if (!isGrade && summary !== undefined)
    throw new Problem('--summary is of a class, and these are shards of "drift".', 'Leave it out.');
  checkEmpty(output);
  const write = isGrade ? mergeGrade(shards) : mergeDrift(shards);
  const draft = new DraftFolder(output);
  const interrupts = onInterrupt(draft);
  let report;
  try {
    report = await write(draft.path);
    draft.commit();
  } catch (error) {
    draft.discard();
    throw error;
  } finally {
    interrupts.over();
  }
  report(flags);
}

function onInterrupt(draft: DraftFolder): { over: () => void } {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const stop = (): void => {
    draft.discard();
    writeMessage('\ncognito-lab: interrupted. Nothing was merged: run the same command again.');
    process.exit(ExitCode.error);
  };
  for (const signal of signals) process.on(signal, stop);
  return { over: () => signals.forEach((signal) => process.off(signal, stop)) };
}
