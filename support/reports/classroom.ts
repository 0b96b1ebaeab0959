/**
 * The result of a grader for GitHub Classroom: what its autograding reporter takes, base64-encoded, from a step's
 * `result` output.
 *
 * The reporter adds up the tests' scores of every grader whose `max_score` is above 0 and tells Classroom the sum, so
 * that a run that could not look hands over `max_score` 0 and no score at all: there is nothing to add up, Classroom
 * is told no points, and the job is red for an `error` and not for a `fail`.
 *
 * @see https://github.com/classroom-resources/autograding-grading-reporter, read 2026-11
 */
import type { LabResult, TaskResult } from '../lab/result/result';
import { askedText, checkText } from './render/check-text';
import { inertJson, oneLine } from '../common/text/plain-text';
import type { Report } from './render/report';
import { runStatus, testStatus, wasTried, type TestStatus, type Tried } from './render/test-status';

interface ClassroomTest {
  name: string;
  status: TestStatus;
  /** Absent in a run that could not look at everything: such a run has no score, and that is not 0. */
  score?: number;
  message: string | null;
  test_code: string;
  filename: string;
  line_no: number;
}

export interface ClassroomResult {
  version: 1;
  status: TestStatus;
  max_score: number;
  tests: ClassroomTest[];
}

export const classroom: Report = (result) => classroomBy(result);

/** The points that a rubric gives: of the whole, and of each check by its id. */
export interface GivenPoints {
  possible: number;
  earned: ReadonlyMap<string, number>;
}

/** The same with the points of a gradebook, so that Classroom is told no other total than the LMS. */
export const classroomBy = (result: LabResult, points: GivenPoints = plainPoints(result)): string =>
  `${inertJson(JSON.stringify(classroomResult(result, points), null, 2))}\n`;

const plainPoints = ({ score, tasks }: LabResult): GivenPoints => ({
  possible: score.possible,
  earned: new Map(
    tasks.flatMap(({ checks }) => checks.map(({ id, status, points }) => [id, status === 'passed' ? points : 0])),
  ),
});

function classroomResult({ status, tasks }: LabResult, { possible, earned }: GivenPoints): ClassroomResult {
  const graded = status !== 'error';
  const score = (check: Tried): number | undefined => (graded ? (earned.get(check.id) ?? 0) : undefined);
  return {
    version: 1,
    status: runStatus[status],
    max_score: graded ? possible : 0,
    tests: tasks.flatMap((task) => task.checks.filter(wasTried).map((check) => test(task, check, score(check)))),
  };
}

const test = ({ id }: TaskResult, check: Tried, score?: number): ClassroomTest => ({
  name: oneLine(`Task ${id}: ${check.title} (${check.id})`),
  status: testStatus[check.status],
  ...(score !== undefined && { score }),
  message: check.status === 'passed' ? null : checkText(check),
  test_code: askedText(check),
  filename: '',
  line_no: 0,
});
