/**
 * `results.json` of an external grader of PrairieLearn.
 *
 * What could not be checked is `gradable: false`: PrairieLearn shows `format_errors` and uses up no attempt.
 *
 * @see https://docs.prairielearn.com/externalGrading/, read 2026-11
 */
import { inertJson, oneLine } from '../common/text/plain-text';
import { shorten } from '../common/text/shorten';
import type { LabResult } from '../lab/result/result';
import { checkText } from './render/check-text';
import { shareExactly, pointsOfLab, type GivenPoints } from './render/given-points';
import { notGradedText } from './render/not-graded';
import type { Report } from './render/report';
import { wasTried } from './render/test-status';

interface PrairieLearnTest {
  name: string;
  description: string;
  points: number;
  max_points: number;
  /** Shown beside the test. */
  message: string;
}

export type PrairieLearnResult =
  { gradable: false; format_errors: string[] } | { gradable: true; score: number; tests: PrairieLearnTest[] };

/** PrairieLearn takes 1 MB of results. A lab has some twenty checks. */
const longest = 16_000;

export const prairielearn: Report = (result) => prairielearnBy(result);

/** The same with the points of a gradebook. */
export const prairielearnBy = (result: LabResult, points: GivenPoints = pointsOfLab(result)): string =>
  `${inertJson(JSON.stringify(prairielearnResult(result, points), null, 2))}\n`;

function prairielearnResult(result: LabResult, { earned, possible, checks }: GivenPoints): PrairieLearnResult {
  if (result.status === 'error' || possible === 0)
    return {
      gradable: false,
      format_errors: [result.status === 'error' ? shorten(notGradedText(result), longest) : 'Nothing was checked.'],
    };
  const tried = result.tasks.flatMap((task) => task.checks.filter(wasTried).map((check) => ({ task, check })));
  const pointsOf = tried.map(({ check }) => checks.get(check.id) ?? { earned: 0, possible: 0 });
  const points = shareExactly(
    earned,
    pointsOf.map((each) => each.earned),
  );
  const most = shareExactly(
    possible,
    pointsOf.map((each) => each.possible),
  );
  return {
    gradable: true,
    score: Math.min(1, earned / possible),
    tests: tried.map(({ task, check }, at) => ({
      name: oneLine(`Task ${task.id}: ${check.title}`),
      description: oneLine(check.id),
      points: points[at] ?? 0,
      max_points: most[at] ?? 0,
      message: check.status === 'passed' ? '' : shorten(checkText(check), longest),
    })),
  };
}
