import { shorten } from '../../common/text/shorten';
import type { LabResult, TaskResult } from '../../lab/result/result';
import type { LearnerSummary } from '../../lab/result/class-result';
import type { Entry } from './inputs/entry';
import { budget } from './budget';
import type { LearnerResult } from './learner-result';
import { adjustmentsOf, lateness, overrideOf, round, taskScore, type Rubric } from './rubric';

/** The points of all tasks that could be checked, after the rubric. */
export function totalOf(rubric: Rubric, result: LearnerResult): { earned: number; possible: number } {
  const off = lateness(rubric, result.submitted_at, result.student)?.percent;
  return result.tasks
    .flatMap((task) => taskScore(rubric, task, off, result.student) ?? [])
    .reduce((a, b) => ({ earned: round(a.earned + b.earned), possible: round(a.possible + b.possible) }), {
      earned: 0,
      possible: 0,
    });
}

export interface Circumstances {
  rubric: Rubric;
  /** The name of the learner's files, without an extension. */
  file: string;
  notes: string[];
  /** Why the submission could not be graded in this run, if the grade of an earlier run is kept. */
  unread?: LearnerSummary['reasons'];
}

/** The row of a graded learner. */
export function summaryOf(
  { student, name, submittedAt }: Entry,
  result: LearnerResult,
  { rubric, file, notes, unread }: Circumstances,
): LearnerSummary {
  const late = lateness(rubric, result.submitted_at, student);
  const given = overrideOf(rubric, student)?.tasks ?? {};
  // Points from an override are a grade, even for a task that could not be checked.
  const graded = result.tasks.every(({ id, status }) => status !== 'error' || id in given);
  const adjustments = adjustmentsOf(rubric, student);
  const { evidence, attempts } = result.provenance;
  return {
    student,
    ...(name !== undefined && { name }),
    status: graded ? 'graded' : 'error',
    ...(graded && { passed: result.status === 'passed', score: totalOf(rubric, result) }),
    evidence,
    tasks: result.tasks.map((task) => taskOf(task, rubric, student, late?.percent)),
    missed: missedOf(result),
    ...(late && { late }),
    ...(adjustments.length && { adjustments }),
    ...(attempts.length && { attempt: attempts.length }),
    submittedAt: result.submitted_at,
    gradedAt: result.graded_at,
    ...(result.target.userPoolId !== undefined && { userPoolId: cut(result.target.userPoolId) }),
    reasons: unread ?? reasonsOf(result),
    notes: [...notes, ...(graded && rubric.late && submittedAt === undefined ? [dateNote[evidence]] : [])],
    files: { result: `results/${file}.json`, page: `results/${file}.html` },
  };
}

/** Notes on the date that lateness was computed from, if the roster has none. */
const dateNote = {
  'self-reported': 'The roster has no submitted_at: lateness goes by the date of the files, which the learner can set.',
  verified: 'The roster has no submitted_at: lateness goes by when the user pool was first read.',
} as const;

/** The row of a learner in error, for whom no result can be written. */
export const errorOf = (
  entry: Entry,
  { message, remedy }: { message: string; remedy?: string },
  tasks: number[],
): LearnerSummary => ({
  ...nothingFrom(entry, message, tasks),
  status: 'error',
  tasks: tasks.map((id) => ({ id, status: 'error' })),
  reasons: [{ reason: cut(message), ...(remedy !== undefined && { remedy: cut(remedy) }) }],
});

/** The row of a learner without a submission. */
export const nothingFrom = ({ student, name }: Entry, reason: string, tasks: number[]): LearnerSummary => ({
  student,
  ...(name !== undefined && { name }),
  status: 'not-handed-in',
  tasks: tasks.map((id) => ({ id, status: 'not-handed-in' })),
  missed: [],
  reasons: [{ reason }],
  notes: [],
});

function taskOf(task: TaskResult, rubric: Rubric, student: string, off?: number): LearnerSummary['tasks'][number] {
  const score = taskScore(rubric, task, off, student);
  return { id: task.id, status: task.status, ...(score && { score }) };
}

const checksOf = ({ tasks }: LabResult): TaskResult['checks'] => tasks.flatMap(({ checks }) => checks);

const cut = (text: string): string => shorten(text, budget.text);

const missedOf = (result: LabResult): LearnerSummary['missed'] =>
  checksOf(result)
    .filter(({ status }) => status === 'failed')
    .map(({ id, findings }) => ({
      check: id,
      settings: findings.flatMap(({ setting, holds }) => (holds ? [] : [cut(setting)])).slice(0, budget.list),
    }));

/** Why checks are in error, each reason once. */
export function reasonsOf(result: LabResult): LearnerSummary['reasons'] {
  const reasons = new Map<string, string | undefined>();
  for (const { status, reason = 'It could not be checked.', remedy } of checksOf(result))
    if (status === 'error' && reasons.size < budget.list) reasons.set(cut(reason), remedy);
  return [...reasons].map(([reason, remedy]) => ({ reason, ...(remedy !== undefined && { remedy: cut(remedy) }) }));
}
