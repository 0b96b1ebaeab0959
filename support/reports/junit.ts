/**
 * JUnit XML: a suite per task, a case per check.
 *
 * A blocked check is `skipped` and not `failure`, so that each mistake is reported once, by its cause. If the cause is
 * not in the same file it is a `failure`, or the file would be green.
 */
import type { CheckResult, LabResult, TaskResult } from '../lab/result/result';
import { checkText } from './render/check-text';
import { junitXml, type State, type TestCase } from './render/junit-xml';
import type { Report } from './render/report';
import { summarizeResult, type ResultSummary } from './render/summarize-result';
import { labText, scoreText, secondsOf, targetParts } from './render/wording';

export const junit: Report = (result) => {
  const summary = summarizeResult(result);
  const suites = junitXml(
    'cognito-lab',
    result.tasks,
    (task) => ({
      name: `Task ${task.id}: ${task.title}`,
      classname: [`task-${task.id}`],
      timestamp: result.startedAt,
      properties: properties(task, result),
      cases: task.checks.map((check) => testCase(check, stateOf(check, summary))),
    }),
    secondsOf(result),
  );
  return [...suites].join('');
};

function stateOf(check: CheckResult, { blockedElsewhere }: ResultSummary): State {
  switch (check.status) {
    case 'passed':
    case 'error':
    case 'skipped':
      return check.status;
    case 'failed':
      return 'failure';
    case 'blocked':
      return blockedElsewhere.some((located) => located.check === check) ? 'failure' : 'skipped';
  }
}

const properties = (task: TaskResult, result: LabResult): Record<string, string> => ({
  status: task.status,
  // A task that could not be read has no score, and a reader must not take one from here.
  ...(task.status === 'error' ? {} : { score: scoreText(task.score) }),
  target: targetParts(result.target).join(', '),
  lab: labText(result.lab),
  version: result.version,
  labHash: result.labHash,
});

const testCase = (check: CheckResult, state: State): TestCase => ({
  name: `${check.id}: ${check.title}`,
  state,
  message: check.reason ?? check.status,
  ...(state !== 'skipped' && {
    type: check.status === 'failed' ? check.kind : check.status,
    text: checkText(check),
  }),
});
