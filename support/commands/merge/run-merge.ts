import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../common/problem';
import { checkOutput, lockOutput } from '../../common/files/output-folder';
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
 * `cognito-lab merge`: checks all shards, then writes what one run would have written, says how it stands, and sets the
 * exit code.
 */
export async function merge(folders: readonly string[], { output, summary }: MergeFlags): Promise<void> {
  checkOutput(output);
  const shards = checkShards(folders.map((folder) => ({ folder, manifest: readManifest(folder) })));
  const isGrade = shards[0]?.manifest.command === 'grade';
  if (!isGrade && summary !== undefined)
    throw new Problem('--summary is of a class, and these are shards of "drift".', 'Leave it out.');
  checkEmpty(output);
  const write = isGrade ? mergeGrade(shards) : mergeDrift(shards);
  const lock = lockOutput(output);
  try {
    await write({ output, summary });
  } finally {
    lock.release();
  }
}

/** Nothing of another run gets among the results, and nothing is overwritten. */
function checkEmpty(output: string): void {
  let names: string[] = [];
  try {
    names = readdirSync(output);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  if (names.some((name) => name !== '.lock'))
    throw new Problem(
      `The folder ${join(output)} has something in it.`,
      'Name a new folder with --output, or empty this one if a merge into it was interrupted.',
    );
}
