/**
 * `result.json` of an autograder of Classroom 50 (`classroom50/result/v1`).
 *
 * Points are whole there. The classroom, the assignment, the owner and the links come from the environment of its
 * runner; elsewhere `local` stands in their place, which its collector refuses. What could not be checked is 0 of 0
 * points without a test: it is collected as handed in, and as no grade. The object is closed, so that the reasons are
 * on standard error and in the other reports.
 *
 * @see foundation50/classroom50 schemas/result-v1.schema.json, read 2026-11
 */
import { inertJson, oneLine } from '../common/text/plain-text';
import { shorten } from '../common/text/shorten';
import type { LabResult } from '../lab/result/result';
import { checkText } from './render/check-text';
import { pointsOfLab, shareWholePoints, type GivenPoints } from './render/given-points';
import type { Report } from './render/report';
import { wasTried } from './render/test-status';

interface Classroom50Test {
  'test-name': string;
  passed: boolean;
  score: number;
  'max-score': number;
  message?: string;
}

export interface Classroom50Result {
  schema: 'classroom50/result/v1';
  classroom: string;
  assignment: string;
  assignment_type: 'individual' | 'group';
  owner: string;
  submission: string;
  commit: string;
  release: string;
  review: string;
  datetime: string;
  graded_at: string;
  score: number;
  'max-score': number;
  tests: Classroom50Test[];
}

export const classroom50: Report = (result) => classroom50By(result);

/** Placeholder for missing environment variables. */
const local = 'local';

const longest = 16_000;

/**
 * The report with the points of a gradebook.
 *
 * @param more the owner and date of the submission, if more accurate than the environment
 */
export function classroom50By(
  result: LabResult,
  points: GivenPoints = pointsOfLab(result),
  more: { owner?: string; submittedAt?: string } = {},
): string {
  const value = {
    ...identity(process.env, more.owner),
    datetime: toSeconds(more.submittedAt ?? result.startedAt),
    graded_at: toSeconds(result.finishedAt),
    ...scores(result, points),
  } satisfies Classroom50Result;
  return `${inertJson(JSON.stringify(value, null, 2))}\n`;
}

function identity(env: NodeJS.ProcessEnv, owner?: string) {
  const says = (...names: string[]): string => names.map((name) => env[name]?.trim()).find(Boolean) ?? local;
  const tag = says('SUBMISSION_TAG');
  return {
    schema: 'classroom50/result/v1' as const,
    classroom: says('CLASSROOM'),
    assignment: says('ASSIGNMENT'),
    assignment_type: env.ASSIGNMENT_TYPE === 'group' ? ('group' as const) : ('individual' as const),
    owner: owner ?? says('OWNER', 'USERNAME'),
    submission: tag.startsWith('submit/') ? tag : `submit/${tag}`,
    commit: says('COMMIT_URL'),
    release: says('RELEASE_URL'),
    review: says('REVIEW_URL', 'COMMIT_URL'),
  };
}

/** `2026-11-23T18:00:00Z`. */
const toSeconds = (date: string): string => `${new Date(date).toISOString().slice(0, 19)}Z`;

function scores(
  result: LabResult,
  { earned, possible, checks }: GivenPoints,
): Pick<Classroom50Result, 'score' | 'max-score' | 'tests'> {
  if (result.status === 'error') return { score: 0, 'max-score': 0, tests: [] };
  const tried = result.tasks.flatMap((task) => task.checks.filter(wasTried).map((check) => ({ task, check })));
  const pointsOf = tried.map(({ check }) => checks.get(check.id) ?? { earned: 0, possible: 0 });
  const most = Math.round(possible);
  // Rounding makes no whole of what is not.
  const score = earned >= possible ? most : Math.min(Math.round(earned), Math.max(0, most - 1));
  const shares = shareWholePoints(
    score,
    pointsOf.map((each) => each.earned),
  );
  // What is missing is shared among those that lack it, so that no test scores more than its maximum.
  const missing = shareWholePoints(
    most - score,
    pointsOf.map((each) => Math.max(0, each.possible - each.earned)),
  );
  return {
    score,
    'max-score': most,
    tests: tried.map(({ task, check }, at) => ({
      'test-name': oneLine(`Task ${task.id}: ${check.title} (${check.id})`),
      passed: check.status === 'passed',
      score: shares[at] ?? 0,
      'max-score': (shares[at] ?? 0) + (missing[at] ?? 0),
      ...(check.status !== 'passed' && { message: shorten(checkText(check), longest) }),
    })),
  };
}
