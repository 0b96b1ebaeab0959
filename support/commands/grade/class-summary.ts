import { accountOfArn } from '../../common/aws-names';
import { maskAccount } from '../../common/text/mask';
import { checksOf, type Catalogue } from '../../lab/features/catalogue';
import { visibleJson } from '../../common/text/plain-text';
import { version } from '../../common/version';
import { SUMMARY_SCHEMA, type ClassSummary, type LearnerSummary } from '../../lab/result/class-result';
import type { Entry } from './inputs/entry';
import { isKept } from './outputs/gradebook';
import { round, unknownStudents, possiblePointsOf, possiblePoints, type Rubric } from './rubric';

export interface ClassFacts {
  catalogue: Catalogue;
  rubric: Rubric;
  entries: readonly Entry[];
  /** File names of the whole class, of which the entries may be a part. */
  names: ReadonlyMap<string, unknown>;
  notes: string[];
  userPoolName?: string;
}

/** Summarises a class from the rows of its learners. Pure, except for the date. */
export function summariseClass(
  learners: LearnerSummary[],
  { catalogue, rubric, entries, names, notes, userPoolName }: ClassFacts,
): ClassSummary {
  const shared = sharedBy(learners, entries);
  const byStudent = new Map(learners.map((learner) => [learner.student, learner]));
  for (const { kind, what, students } of shared)
    for (const student of students)
      byStudent.get(student)?.notes.push(`${kindWords[kind]} ${what} was handed in by ${students.length} learners.`);
  return {
    schema: SUMMARY_SCHEMA,
    tasks: catalogue.tasks.map((task) => ({
      id: task.id,
      title: task.title,
      possible: possiblePointsOf(rubric, task),
    })),
    possible: possiblePoints(rubric, catalogue),
    totals: totalsOf(learners),
    learners,
    mostMissed: mostMissed(learners, catalogue),
    couldNotGrade: learners.flatMap(({ student, name, status, reasons }) =>
      status === 'graded' ? [] : [{ student, ...(name !== undefined && { name }), status, reasons }],
    ),
    shared,
    notes: [...notes, ...unknownStudents(rubric, new Set(names.keys())), ...notKept(learners)],
    ...(userPoolName !== undefined && { userPoolName }),
    gradedAt: new Date().toISOString(),
    version,
    lab: { ...catalogue.lab },
    labHash: catalogue.labHash,
  };
}

/** Learners whom an LMS cannot find by the identifier in the gradebook. */
function notKept(learners: readonly LearnerSummary[]): string[] {
  const students = learners.flatMap(({ student }) => (isKept(student) ? [] : [visibleJson(JSON.stringify(student))]));
  if (!students.length) return [];
  const some = [...students.slice(0, 10), ...(students.length > 10 ? [`${students.length - 10} more`] : [])];
  return [
    `The gradebook has these identifiers in a form that spreadsheets do not evaluate: ${some.join(', ')}. An LMS finds nobody by them: remove these lines before you import the file, and enter the grades by hand.`,
  ];
}

const kindWords = { account: 'The account', 'user-pool': 'The user pool' } as const;

function totalsOf(learners: readonly LearnerSummary[]): ClassSummary['totals'] {
  const count = (is: (learner: LearnerSummary) => boolean | undefined): number => learners.filter(is).length;
  const scores = learners.flatMap(({ score }) => score?.earned ?? []).sort((a, b) => a - b);
  return {
    learners: learners.length,
    graded: count(({ status }) => status === 'graded'),
    passed: count(({ passed }) => passed),
    failed: count(({ passed }) => passed === false),
    error: count(({ status }) => status === 'error'),
    notHandedIn: count(({ status }) => status === 'not-handed-in'),
    verified: count(({ evidence, status }) => status === 'graded' && evidence === 'verified'),
    selfReported: count(({ evidence, status }) => status === 'graded' && evidence === 'self-reported'),
    late: count(({ late }) => late !== undefined),
    ...(scores.length && {
      mean: round(scores.reduce((a, b) => a + b, 0) / scores.length),
      median: round(((scores[(scores.length - 1) >> 1] ?? 0) + (scores[scores.length >> 1] ?? 0)) / 2),
    }),
  };
}

function mostMissed(learners: readonly LearnerSummary[], catalogue: Catalogue): ClassSummary['mostMissed'] {
  const missed = new Map<string, { check: string; setting: string; missed: number }>();
  for (const learner of learners)
    for (const { check, settings } of learner.missed)
      for (const setting of new Set(settings)) {
        const key = `${check} ${setting}`;
        const known = missed.get(key) ?? { check, setting, missed: 0 };
        missed.set(key, { ...known, missed: known.missed + 1 });
      }
  const of = learners.filter(({ status }) => status === 'graded').length;
  const checks = new Map(checksOf(catalogue).map((check) => [check.id, check]));
  return [...missed.values()]
    .flatMap(({ check, setting, missed: number }) => {
      const { title, task } = checks.get(check) ?? {};
      return title === undefined || task === undefined
        ? []
        : [{ setting, check, title, task, missed: number, of: Math.max(of, number) }];
    })
    .sort((a, b) => b.missed - a.missed || a.task - b.task || (a.setting < b.setting ? -1 : 1));
}

/** Pools and accounts that several learners submitted. An account counts only if the roster names it. */
function sharedBy(learners: readonly LearnerSummary[], entries: readonly Entry[]): ClassSummary['shared'] {
  const accounts = entries.flatMap(({ student, source }): [string, string][] => {
    const named = source.kind === 'pool' || source.kind === 'submission' ? source.accountId : undefined;
    const account = named ?? (source.kind === 'pool' ? accountOfArn(source.roleArn) : undefined);
    return account === undefined ? [] : [[account, student]];
  });
  const pools = learners.flatMap(({ student, userPoolId }): [string, string][] =>
    userPoolId === undefined ? [] : [[userPoolId, student]],
  );
  return [
    ...together(accounts).map(([what, students]) => ({ kind: 'account' as const, what: maskAccount(what), students })),
    ...together(pools).map(([what, students]) => ({ kind: 'user-pool' as const, what, students })),
  ];
}

function together(pairs: readonly [string, string][]): [string, string[]][] {
  const groups = new Map<string, string[]>();
  for (const [what, student] of pairs) {
    const group = groups.get(what);
    if (group) group.push(student);
    else groups.set(what, [student]);
  }
  return [...groups].filter(([, students]) => students.length > 1);
}
