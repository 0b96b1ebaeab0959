import { constants, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import pMap from 'p-map';
import * as v from 'valibot';
import { unwritable } from '../../common/files/atomic-write';
import { Problem } from '../../common/problem';
import { quote } from '../../common/text/shorten';
import { classFactsSchema } from '../grade/class-shard';
import { concludeClass, reportClass, type ClassTerms } from '../grade/conclude-class';
import { LearnerTable } from '../grade/grade-class';
import { readJournal, writeJournal } from '../grade/journal';
import { writeClassMarkdown } from '../grade/outputs/write-class';
import type { WriteMerged } from './run-merge';
import type { ShardFolder } from './check-shards';

/** Files that are copied at the same time. */
const concurrency = 16;

/**
 * Reads the shards of a class.
 *
 * @param shards all of one run, in order
 * @returns what writes the results and the files about the class
 * @throws Problem for a shard that is not whole
 */
export function mergeGrade(shards: readonly ShardFolder[]): WriteMerged {
  const { of } = shards[0]!.manifest;
  const standing = new LearnerTable(of);
  const keys = new Array<string>(of);
  const entries = new Array<ClassTerms['entries'][number]>(of);
  let terms: Omit<ClassTerms, 'entries' | 'names'> | undefined;
  let journalTerms: Record<string, unknown> = {};
  for (const { folder, manifest } of shards) {
    const { success, output: facts } = v.safeParse(classFactsSchema, manifest.facts);
    const { head, lines } = journalIn(folder);
    const { entries: own, ...rest } = (success ? facts : { entries: [] }) as unknown as ClassTerms;
    const isWhole =
      own.length === manifest.places.length && own.every(({ student }, at) => lines[at]?.learner.student === student);
    if (!success || head === undefined || !isWhole || lines.length !== own.length) throw damaged(folder);
    terms ??= rest;
    journalTerms = JSON.parse(head) as Record<string, unknown>;
    manifest.places.forEach((place, at) => {
      const { key, learner } = lines[at]!;
      keys[place] = key;
      entries[place] = own[at]!;
      standing.add(place, learner);
    });
  }
  const results = resultsOf(shards);
  const names = new Map(entries.map(({ student }) => [student, student]));
  return async (folder) => {
    await copyResults(results, join(folder, 'results'));
    const { schema: _, shard: __, ...whole } = journalTerms;
    const { learners } = standing;
    writeJournal(
      join(folder, 'journal.jsonl'),
      whole,
      keys.map((key, at) => ({ key, learner: learners[at]! })),
    );
    const conclusion = await concludeClass(learners, { ...terms!, entries, names }, { output: folder });
    return ({ output, summary: file }) => {
      // It may be a file in the folder, which is there only now.
      if (file !== undefined) writeClassMarkdown(conclusion.summary, file);
      reportClass(conclusion, output);
    };
  };
}

function journalIn(folder: string): ReturnType<typeof readJournal> {
  try {
    return readJournal(join(folder, 'journal.jsonl'));
  } catch (error) {
    throw damaged(folder, error);
  }
}

/** @returns the path of each file of results, by its name */
function resultsOf(shards: readonly ShardFolder[]): Map<string, string> {
  const paths = new Map<string, string>();
  for (const { folder } of shards) {
    const results = join(folder, 'results');
    for (const name of namesIn(results, folder)) {
      const path = join(results, name);
      const twin = paths.get(name);
      if (twin !== undefined)
        throw new Problem(
          `The shards overlap: both ${twin} and ${path} are the result of one learner.`,
          'Run each shard again into a new folder.',
        );
      if (!lstatSync(path).isFile()) throw new Problem(`${quote(path)} is not a file.`, 'Take it out of the results.');
      paths.set(name, path);
    }
  }
  return paths;
}

/** But for what is hidden: a draft is no result. */
function namesIn(results: string, folder: string): string[] {
  try {
    return readdirSync(results).filter((name) => !name.startsWith('.'));
  } catch (error) {
    throw damaged(folder, error);
  }
}

async function copyResults(files: ReadonlyMap<string, string>, to: string): Promise<void> {
  try {
    mkdirSync(to, { mode: 0o700 });
    await pMap(files, ([name, path]) => copyFile(path, join(to, name), constants.COPYFILE_EXCL), { concurrency });
  } catch (error) {
    throw unwritable(to, error);
  }
}

const damaged = (folder: string, cause?: unknown): Problem =>
  new Problem(
    `The shard in ${folder} is not whole: its journal or its results do not fit its manifest.`,
    'Copy the folder again, or run the shard again.',
    { cause },
  );
