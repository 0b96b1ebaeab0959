import { loadReport } from '../../../reports';
import type { WholeFolder } from '../../../common/files/whole-folder';
import type { LearnerSummary } from '../../../lab/result/class-result';
import type { LearnerResult } from '../learner-result';
import { pointsOfChecks, type Rubric } from '../rubric';

/** Formats of other graders in which a learner's result can be written beside its own. */
export const learnerFormats = ['classroom', 'exercism'] as const;

export type LearnerFormat = (typeof learnerFormats)[number];

const plain = { colour: false, width: 80, unicode: true };

/**
 * Writes what there is to keep of a learner, and to hand back.
 *
 * @param file the name of the files, without an extension
 * @throws Problem that says what is in the way
 */
export async function writeLearner(
  result: LearnerResult,
  learner: LearnerSummary,
  { folder, file, format, rubric }: { folder: WholeFolder; file: string; format?: LearnerFormat; rubric: Rubric },
): Promise<void> {
  const { learnerPage } = require('./learner-page') as typeof import('./learner-page');
  await folder.write(`${file}.json`, loadReport('json')(result, plain));
  await folder.write(`${file}.html`, learnerPage(result, learner));
  if (format === 'classroom') await folder.write(`${file}.classroom.json`, classroom(result, learner, rubric));
  if (format === 'exercism') await folder.write(`${file}.exercism.json`, loadReport('exercism')(result, plain));
}

function classroom(result: LearnerResult, { score, late }: LearnerSummary, rubric: Rubric): string {
  const { classroomBy } = require('../../../reports/classroom') as typeof import('../../../reports/classroom');
  const earned = new Map(result.tasks.flatMap((task) => pointsOfChecks(rubric, task, late?.percent)));
  return classroomBy(result, { possible: score?.possible ?? 0, earned });
}
