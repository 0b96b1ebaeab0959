import { totals, xmlBuilder, type Element, type State } from '../../../reports/render/junit-xml';
import { oneLine, plainText } from '../../../common/text/plain-text';
import type { ClassSummary, LearnerSummary } from '../../../lab/result/class-result';

type Task = LearnerSummary['tasks'][number];

const states: Record<Task['status'], State> = {
  passed: 'passed',
  failed: 'failure',
  // The cause is red already, in the same file or in the learner's own.
  blocked: 'failure',
  error: 'error',
  skipped: 'skipped',
  'not-handed-in': 'skipped',
};

/**
 * The class as JUnit XML: a suite a learner, a case a task.
 *
 * @returns its text, learner by learner, so that a large class takes no more memory than a small one
 */
export function* classJunit({ learners, tasks }: ClassSummary): Generator<string> {
  const builder = xmlBuilder();
  const titles = new Map(tasks.map(({ id, title }) => [id, title]));
  const root = builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: { '@name': 'cognito-lab grade', ...totals(learners.flatMap(statesOf)), '#text': '|' },
  });
  const [open = '', close = ''] = root.split('|');
  yield `${open}\n`;
  for (const learner of learners) yield builder.build({ testsuite: suite(learner, titles) }).replace(/^(?=.)/gm, '  ');
  yield close;
}

const statesOf = ({ tasks }: LearnerSummary): State[] => tasks.map(({ status }) => states[status]);

function suite(learner: LearnerSummary, titles: ReadonlyMap<number, string>): Element {
  const reason = oneLine(learner.reasons.map((each) => each.reason).join(' '));
  return {
    '@name': oneLine(learner.student),
    ...totals(statesOf(learner)),
    testcase: learner.tasks.map((task) => ({
      '@classname': oneLine(learner.student),
      '@name': oneLine(`Task ${task.id}: ${titles.get(task.id) ?? ''}`),
      ...outcome(task, reason),
    })),
  };
}

function outcome({ status, score }: Task, reason: string): Element {
  const state = states[status];
  if (state === 'passed') return {};
  if (state === 'skipped') return { skipped: { '@message': reason || status } };
  const message = state === 'error' ? reason || status : `${score?.earned ?? 0} of ${score?.possible ?? 0} points`;
  return { [state]: { '@message': message, '@type': status, '#text': plainText(message) } };
}
