/**
 * `results.json` of an Exercism test runner, version 3.
 *
 * A run in which anything could not be checked has the status `error`, with the reasons and what to do as its
 * message, although the specification reserves that for runs without a single test: its `fail` is a verdict on the
 * learner, and there is none. `tests` still lists what could be checked.
 *
 * @see https://exercism.org/docs/building/tooling/test-runners/interface, read 2026-11
 */
import type { LabResult, TaskResult } from '../lab/result/result';
import { askedText, checkText } from './render/check-text';
import { inertJson, oneLine } from '../common/text/plain-text';
import { notGradedText } from './render/not-graded';
import type { Report } from './render/report';
import { runStatus, testStatus, wasTried, type TestStatus, type Tried } from './render/test-status';

interface ExercismTest {
  name: string;
  status: TestStatus;
  message: string | null;
  test_code: string;
  task_id: number;
}

export interface ExercismResult {
  version: 3;
  status: TestStatus;
  message: string | null;
  tests: ExercismTest[];
}

export const exercism: Report = (result) => `${inertJson(JSON.stringify(exercismResult(result), null, 2))}\n`;

const exercismResult = (result: LabResult): ExercismResult => ({
  version: 3,
  status: runStatus[result.status],
  message: result.status === 'error' ? bounded(notGradedText(result)) : null,
  tests: result.tasks.flatMap((task) => task.checks.filter(wasTried).map((check) => test(task, check))),
});

const test = ({ id }: TaskResult, check: Tried): ExercismTest => ({
  name: oneLine(`${check.title} (${check.id})`),
  status: testStatus[check.status],
  message: check.status === 'passed' ? null : bounded(checkText(check)),
  test_code: bounded(askedText(check)),
  task_id: id,
});

/** Exercism drops silently what is beyond this many bytes of a text. */
const limit = 65_535;

function bounded(text: string): string {
  if (Buffer.byteLength(text) <= limit) return text;
  const ending = '\n(cut here: Exercism keeps no more)';
  const kept = Buffer.from(text).subarray(0, limit - Buffer.byteLength(ending));
  // A character that was cut in two decodes to U+FFFD.
  return kept.toString('utf8').replace(/\ufffd$/, '') + ending;
}
