import * as v from 'valibot';
import type { Catalogue, CatalogueTask } from '../../lab/features/catalogue';
import { hintLevels } from '../../lab/result/limit-hints';
import { Problem } from '../../common/problem';
import type { Score, TaskResult } from '../../lab/result/result';
import type { GivenPoints } from '../../reports/render/given-points';
import { readJson } from '../../common/json/read-json';
import { isDate } from '../../common/iso-date';
import { quote, shorten } from '../../common/text/shorten';

const number = v.pipe(
  v.number('is not a number'),
  v.finite('is not a number that can be counted with'),
  v.minValue(0, 'is less than 0'),
);
const percent = v.pipe(number, v.maxValue(100, 'is more than 100'));

const date = v.pipe(
  v.string('is not a date'),
  v.isoTimestamp('is not a date with a time zone, like 2026-11-23T18:00:00Z'),
  v.check(isDate, 'is not a date that exists'),
  v.description('With a time zone'),
);

const taskId = v.pipe(v.string(), v.regex(/^\d+$/, 'is not the number of a task'));

/** Shown to the learner and in the gradebook. */
const reason = v.pipe(
  v.string('is not a text'),
  v.trim(),
  v.nonEmpty('is empty'),
  v.maxLength(500, 'is longer than 500 characters'),
);

/** How the points of a class are counted, as data; fixtures/rubric.json uses every member. */
export const rubricSchema = v.strictObject({
  tasks: v.optional(
    v.record(
      taskId,
      v.strictObject({
        weight: v.pipe(v.optional(number, 1), v.description('Multiplies the points of the task; 1 unless given')),
        all_or_nothing: v.pipe(
          v.optional(v.boolean(), false),
          v.description('The task has all of its points where every check of it passed, and none otherwise'),
        ),
      }),
    ),
    {},
  ),
  late: v.optional(
    v.strictObject({
      due_at: date,
      grace_minutes: v.optional(number, 0),
      percent_per_day: v.pipe(percent, v.description('What every day that was begun takes off the points')),
      max_percent: v.optional(percent, 100),
    }),
  ),
  extensions: v.pipe(
    v.optional(v.record(v.string(), v.strictObject({ due_at: date, reason })), {}),
    v.description('By learner: another deadline, in place of that of "late"'),
  ),
  overrides: v.pipe(
    v.optional(v.record(v.string(), v.strictObject({ tasks: v.record(taskId, number), reason })), {}),
    v.description('By learner: the points of tasks as the gradebook has them, whatever was found and however late'),
  ),
  hints: v.optional(
    v.pipe(
      v.picklist(hintLevels, 'is none of "none", "hint" and "fix"'),
      v.description('How much a learner is told: what is wrong, also what to do, or also the commands that do it'),
    ),
  ),
  attempts: v.optional(
    v.strictObject({
      max: v.pipe(
        number,
        v.integer('is not a whole number'),
        v.minValue(1, 'is less than 1'),
        v.description('Later ones do not count'),
      ),
    }),
  ),
});

export type Rubric = v.InferOutput<typeof rubricSchema>;

/** The points as the features state them. */
export const defaultRubric: Rubric = { tasks: {}, extensions: {}, overrides: {} };

/**
 * Reads a rubric.
 *
 * @throws Problem that says where it is wrong, also if it names a task that the features do not have
 */
export function readRubric(path: string, { tasks }: Catalogue): Rubric {
  const known = `The lab has the tasks ${tasks.map(({ id }) => id).join(', ')}.`;
  const { success, output, issues } = v.safeParse(rubricSchema, read(path));
  if (!success) {
    const [issue] = issues;
    const what = issue.expected === 'never' ? 'is no setting of a rubric' : shorten(issue.message, 200);
    throw new Problem(
      `The rubric ${path} cannot be used: ${shorten(v.getDotPath(issue) ?? 'it', 100)} ${what}.`,
      `It may have "tasks" (by number: weight, all_or_nothing), "late" (due_at, grace_minutes, percent_per_day, max_percent), "extensions" (by learner: due_at, reason), "overrides" (by learner: tasks, reason), "attempts" (max) and "hints" (none, hint, fix). ${known}`,
    );
  }
  const named = [output, ...Object.values(output.overrides)].flatMap(({ tasks }) => Object.keys(tasks));
  const strange = named.find((id) => !tasks.some((task) => String(task.id) === id));
  if (strange !== undefined)
    throw new Problem(`The rubric ${path} names Task ${strange}, which the lab does not have.`, known);
  return output;
}

function read(path: string): unknown {
  try {
    const value = readJson(path, { name: path });
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
    throw new Problem(`The rubric ${path} is not a JSON object.`);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(error.message, 'Write it as fixtures/rubric.json is, which has everything that there is.', {
      cause: error,
    });
  }
}

/** The points of a task on a pool that is only read. */
export const possiblePointsOf = (rubric: Rubric, { id, checks }: CatalogueTask): number =>
  round(
    checks.filter(({ kind }) => kind === 'setting').reduce((sum, { points }) => sum + points, 0) *
      (rubric.tasks[id]?.weight ?? 1),
  );

/** The points of the whole lab. */
export const possiblePoints = (rubric: Rubric, catalogue: Catalogue): number =>
  round(catalogue.tasks.reduce((sum, task) => sum + possiblePointsOf(rubric, task), 0));

/**
 * @param off the deduction for lateness, in percent
 * @param student the learner, for overrides in the rubric
 * @returns undefined if the task could not be checked and no override gives points for it
 */
export function taskScore(
  rubric: Rubric,
  { id, status, score, checks }: TaskResult,
  off = 0,
  student?: string,
): Score | undefined {
  const given = overrideOf(rubric, student)?.tasks[id];
  if (given !== undefined) {
    const worth = checks.filter(({ status }) => status !== 'skipped').reduce((sum, { points }) => sum + points, 0);
    return { earned: round(given), possible: round(worth * (rubric.tasks[id]?.weight ?? 1)) };
  }
  if (status === 'error' || status === 'skipped') return undefined;
  const { weight = 1, all_or_nothing: whole = false } = rubric.tasks[id] ?? {};
  const earned = whole && status !== 'passed' ? 0 : score.earned;
  return { earned: round(earned * weight * (1 - off / 100)), possible: round(score.possible * weight) };
}

/**
 * The points of each check, for formats that count checks: its share of those of its task, by the features' points.
 *
 * @param off as for {@link taskScore}
 * @param student as for {@link taskScore}
 */
export function pointsOfChecks(
  rubric: Rubric,
  tasks: readonly TaskResult[],
  off = 0,
  student?: string,
): GivenPoints['checks'] {
  return new Map(
    tasks.flatMap((task) => {
      const { earned = 0, possible = 0 } = taskScore(rubric, task, off, student) ?? {};
      const tried = task.checks.filter(({ status }) => status !== 'skipped');
      const sum = (checks: typeof tried): number => checks.reduce((total, { points }) => total + points, 0);
      const passed = tried.filter(({ status }) => status === 'passed');
      // If no check passed, the points of an override are divided among all checks of the task.
      const earning = passed.length ? passed : tried;
      return tried.map((check) => [
        check.id,
        {
          earned: earning.includes(check) && sum(earning) > 0 ? round((earned * check.points) / sum(earning)) : 0,
          possible: sum(tried) > 0 ? round((possible * check.points) / sum(tried)) : 0,
        },
      ]);
    }),
  );
}

/** The rubric's overrides for one learner; own properties only. */
const ofLearner = <T>(all: Readonly<Record<string, T>>, student?: string): T | undefined =>
  student !== undefined && Object.hasOwn(all, student) ? all[student] : undefined;

export const overrideOf = (rubric: Rubric, student?: string): Rubric['overrides'][string] | undefined =>
  ofLearner(rubric.overrides, student);

/** How late a submission is by the learner's own deadline, and the deduction; undefined if it is in time. */
export function lateness(
  { late, extensions }: Rubric,
  submittedAt: string,
  student?: string,
): { seconds: number; percent: number } | undefined {
  if (!late) return undefined;
  const due = ofLearner(extensions, student)?.due_at ?? late.due_at;
  const by = Date.parse(submittedAt) - Date.parse(due);
  if (Number.isNaN(by) || by <= late.grace_minutes * 60_000) return undefined;
  const days = Math.ceil(by / 86_400_000);
  return { seconds: Math.round(by / 1000), percent: Math.min(late.max_percent, days * late.percent_per_day) };
}

/** The rubric's changes for one learner, with their reasons. */
export function adjustmentsOf(rubric: Rubric, student: string): { text: string; reason: string }[] {
  const extension = rubric.late && ofLearner(rubric.extensions, student);
  const override = overrideOf(rubric, student);
  const tasks = Object.entries(override?.tasks ?? {}).map(([id, points]) => `${points} points for Task ${id}`);
  return [
    ...(extension ? [{ text: `The deadline is ${extension.due_at}`, reason: extension.reason }] : []),
    ...(override ? [{ text: `Given by the instructor: ${tasks.join(', ')}`, reason: override.reason }] : []),
  ];
}

/** Learners in the rubric who are not in the class: a misspelt identifier would have no effect, unnoticed. */
export function unknownStudents({ extensions, overrides }: Rubric, students: ReadonlySet<string>): string[] {
  const strange = [...new Set([...Object.keys(extensions), ...Object.keys(overrides)])].filter(
    (id) => !students.has(id),
  );
  return strange.map((id) => `The rubric names ${quote(id)}, who is not in the class.`);
}

/** Points have two decimals, as a gradebook shows them, so that sums match what is shown. */
export const round = (points: number): number => Math.round((points + Number.EPSILON) * 100) / 100;
