import { loadReport } from '../../../reports';
import type { LearnerSummary } from '../../../lab/result/class-result';
import type { LearnerResult } from '../learner-result';
import type { GivenPoints } from '../../../reports/render/given-points';
import { pointsOfChecks, type Rubric } from '../rubric';

/** Formats of other graders in which a learner's result can be written beside its own. */
export const learnerFormats = ['gradescope', 'prairielearn', 'classroom50', 'exercism'] as const;

export type LearnerFormat = (typeof learnerFormats)[number];

const plain = { colour: false, width: 80, unicode: true };

/**
 * The files of one learner: the result, the page to return, and the format of another grader.
 *
 * @param file the name of the files, without an extension
 * @returns the texts of the files by their names
 */
export function learnerFiles(
  result: LearnerResult,
  learner: LearnerSummary,
  { file, format, rubric }: { file: string; format?: LearnerFormat; rubric: Rubric },
): Map<string, string> {
  const { learnerPage } = require('./learner-page') as typeof import('./learner-page');
  const texts = new Map([
    [`${file}.json`, loadReport('json')(result, plain)],
    [`${file}.html`, learnerPage(result, learner)],
  ]);
  if (format) texts.set(`${file}.${format}.json`, textOf(format, result, learner, rubric));
  return texts;
}

/** The result as another grader takes it, with the points of the gradebook. */
function textOf(format: LearnerFormat, result: LearnerResult, { score, late }: LearnerSummary, rubric: Rubric): string {
  const points: GivenPoints = {
    earned: score?.earned ?? 0,
    possible: score?.possible ?? 0,
    checks: pointsOfChecks(rubric, result.tasks, late?.percent, result.student),
  };
  switch (format) {
    case 'gradescope':
      return (require('../../../reports/gradescope') as typeof import('../../../reports/gradescope')).gradescopeBy(
        result,
        points,
      );
    case 'prairielearn':
      return (
        require('../../../reports/prairielearn') as typeof import('../../../reports/prairielearn')
      ).prairielearnBy(result, points);
    case 'classroom50':
      return (require('../../../reports/classroom50') as typeof import('../../../reports/classroom50')).classroom50By(
        result,
        points,
        { owner: result.student, submittedAt: result.submitted_at },
      );
    case 'exercism':
      return loadReport('exercism')(result, plain);
  }
}
