import { join } from 'node:path';
import { classPage } from './class-page';
import { jsonPieces } from '../../../common/json/json-pieces';
import { inertJson } from '../../../common/text/plain-text';
import { writeAtomic } from '../../../common/files/atomic-write';
import type { ClassSummary } from '../../../lab/result/class-result';
import type { Entry } from '../inputs/entry';
import { classJunit } from './class-junit';
import { gradebook } from './gradebook';
import type { GradebookPlan } from './gradebook-plan';

/** The name of each file about the class, with what makes its text. */
const makers = (
  plan: GradebookPlan,
  entries: readonly Entry[],
): Record<string, (summary: ClassSummary) => string | Iterable<string>> => ({
  'gradebook.csv': (summary) => gradebook({ summary, entries, plan }),
  'junit.xml': classJunit,
  'report.html': classPage,
  // For programs, so without the white space that would double it for a large class.
  'summary.json': summaryJson,
});

/** No text goes on from one piece to the next, so that each is made harmless by itself. */
function* summaryJson(summary: ClassSummary): Generator<string> {
  for (const piece of jsonPieces(summary)) yield inertJson(piece);
  yield '\n';
}

/**
 * Writes the files about the whole class, each atomically; one at a time, so that no two of them are
 * in memory together.
 *
 * @throws Problem that says which file cannot be written, and why
 */
export async function writeClass(
  summary: ClassSummary,
  {
    output,
    plan,
    entries,
    summaryFile,
  }: { output: string; plan: GradebookPlan; entries: readonly Entry[]; summaryFile?: string },
): Promise<void> {
  for (const [name, make] of Object.entries(makers(plan, entries))) {
    writeAtomic(join(output, name), make(summary), 0o600);
    // Lets the handler of Ctrl-C run.
    await new Promise(setImmediate);
  }
  if (summaryFile !== undefined) writeClassMarkdown(summary, summaryFile);
}

/** Writes the summary for people, `--summary`. @throws Problem where it cannot be written */
export function writeClassMarkdown(summary: ClassSummary, file: string): void {
  const { classMarkdown } = require('./class-markdown') as typeof import('./class-markdown');
  writeAtomic(file, classMarkdown(summary), 0o600);
}
