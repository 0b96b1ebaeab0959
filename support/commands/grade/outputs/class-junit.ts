import { junitXml, type State, type TestCase } from '../../../reports/render/junit-xml';
import { labText } from '../../../reports/render/wording';
import type { ClassSummary, LearnerSummary } from '../../../lab/result/class-result';

type Task = LearnerSummary['tasks'][number];

const states: Record<Task['status'], State> = {
  passed: 'passed',
  failed: 'failure',
  // Unlike in a learner's own report, what blocked it may be in a task that is not listed here.
  blocked: 'failure',
  error: 'error',
  skipped: 'skipped',
  'not-handed-in': 'skipped',
};

/** The class as JUnit XML: a suite per learner, a case per task. @returns its text, learner by learner */
export function classJunit({ learners, tasks, lab }: ClassSummary): Iterable<string> {
  const titles = new Map(tasks.map(({ id, title }) => [id, title]));
  return junitXml(`cognito-lab grade: ${labText(lab)}`, learners, ({ student, tasks: own, reasons }) => {
    const reason = reasons.map((each) => each.reason).join(' ');
    return {
      name: student,
      classname: ['grade', student],
      cases: own.map((task) => ({ name: `Task ${task.id}: ${titles.get(task.id) ?? ''}`, ...outcome(task, reason) })),
    };
  });
}

function outcome({ status, score }: Task, reason: string): Omit<TestCase, 'name'> {
  const state = states[status];
  if (state === 'skipped') return { state, message: reason || status };
  const message = state === 'error' ? reason || status : `${score?.earned ?? 0} of ${score?.possible ?? 0} points`;
  return { state, message, type: status, text: message };
}
