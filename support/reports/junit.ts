/**
 * JUnit XML, as CI servers read it: a suite a task, a case a check.
 *
 * A blocked check is `skipped`, not `failure`: who reads the red lines of a class wants each mistake once, and the
 * cause is red already. Only where the cause is not in the same file is it a failure, or the file would be green.
 */
import type { CheckResult, LabResult, TaskResult } from '../lab/result/result';
import { checkText } from './render/check-text';
import { totals, xmlBuilder, type Element, type State } from './render/junit-xml';
import { oneLine } from '../common/text/plain-text';
import type { Report } from './render/report';
import { tellStory, type Story } from './render/summarize-result';
import { scoreText, targetParts } from './render/wording';

export const junit: Report = (result) => {
  const builder = xmlBuilder();
  const story = tellStory(result);
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': 'cognito-lab',
      ...totals(result.tasks.flatMap((task) => statesOf(task, story))),
      testsuite: result.tasks.map((task) => suite(task, result, story)),
    },
  });
};

function suite(task: TaskResult, result: LabResult, story: Story): Element {
  return {
    '@name': oneLine(`Task ${task.id}: ${task.title}`),
    ...totals(statesOf(task, story)),
    // The common schema has neither fractions nor a zone here.
    '@timestamp': oneLine(result.startedAt).slice(0, 19),
    properties: { property: properties(task, result) },
    testcase: task.checks.map((check) => ({
      '@classname': `cognito-lab.task-${task.id}`,
      '@name': oneLine(`${check.id}: ${check.title}`),
      ...outcome(check, stateOf(check, story)),
    })),
  };
}

const statesOf = ({ checks }: TaskResult, story: Story): State[] => checks.map((check) => stateOf(check, story));

function stateOf(check: CheckResult, { blockedElsewhere }: Story): State {
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

function properties(task: TaskResult, result: LabResult): Element[] {
  const values = {
    status: task.status,
    // A task that could not be looked at has no score, and a reader must not take one from here.
    ...(task.status === 'error' ? {} : { score: scoreText(task.score) }),
    target: targetParts(result.target).join(', '),
    version: result.version,
    labHash: result.labHash,
  };
  return Object.entries(values).map(([name, value]) => ({ '@name': name, '@value': oneLine(value) }));
}

function outcome(check: CheckResult, state: State): Element {
  if (state === 'passed') return {};
  const message = oneLine(check.reason ?? check.status);
  if (state === 'skipped') return { skipped: { '@message': message } };
  const type = check.status === 'failed' ? check.kind : check.status;
  return { [state]: { '@message': message, '@type': type, '#text': checkText(check) } };
}
