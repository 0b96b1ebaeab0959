/**
 * `results.json` of a Gradescope autograder.
 *
 * Gradescope has no state for "could not check". A file with neither a score nor a scored test is a failed run of the
 * autograder, which costs the learner nothing, and is what such a run writes.
 *
 * @see https://gradescope-autograders.readthedocs.io/en/latest/specs/, read 2026-11
 */
import { inertJson, oneLine } from '../common/text/plain-text';
import type { LabResult } from '../lab/result/result';
import { checkText } from './render/check-text';
import { shareExactly, pointsOfLab, type GivenPoints } from './render/given-points';
import { notGradedText } from './render/not-graded';
import type { Report } from './render/report';
import { wasTried } from './render/test-status';

interface GradescopeTest {
  name: string;
  number: string;
  score: number;
  max_score: number;
  status: 'passed' | 'failed';
  /** Shown to the learner below the test. */
  output?: string;
  output_format: 'text';
  visibility: 'visible';
}

export interface GradescopeResult {
  score?: number;
  output: string;
  output_format: 'text';
  stdout_visibility: 'hidden';
  tests?: GradescopeTest[];
}

export const gradescope: Report = (result) => gradescopeBy(result);

/** The same with the points of a gradebook. */
export const gradescopeBy = (result: LabResult, points: GivenPoints = pointsOfLab(result)): string =>
  `${inertJson(JSON.stringify(gradescopeResult(result, points), null, 2))}\n`;

function gradescopeResult(result: LabResult, { earned, checks }: GivenPoints): GradescopeResult {
  const common = { output_format: 'text', stdout_visibility: 'hidden' } as const;
  if (result.status === 'error') return { ...common, output: notGradedText(result) };
  const tried = result.tasks.flatMap((task) => task.checks.filter(wasTried).map((check) => ({ task, check })));
  const scores = shareExactly(
    earned,
    tried.map(({ check }) => checks.get(check.id)?.earned ?? 0),
  );
  return {
    ...common,
    score: earned,
    output: tried.length ? 'Each check of the lab is a test below.' : 'Nothing was checked.',
    tests: tried.map(({ task, check }, at) => ({
      name: oneLine(`${check.title} (${check.id})`),
      number: `${task.id}.${task.checks.indexOf(check) + 1}`,
      score: scores[at] ?? 0,
      max_score: checks.get(check.id)?.possible ?? 0,
      status: check.status === 'passed' ? 'passed' : 'failed',
      ...(check.status !== 'passed' && { output: checkText(check) }),
      output_format: 'text',
      visibility: 'visible',
    })),
  };
}
