import { basename } from 'node:path';
import * as v from 'valibot';
import { readJson } from '../../common/json/read-json';
import { isAbsent } from '../../common/files/is-absent';
import { Problem } from '../../common/problem';
import { RESULT_SCHEMA, type LabResult } from '../../lab/result/result';
import type { LearnerSummary } from '../../lab/result/class-result';
import { budget } from './budget';
import type { Entry } from './inputs/entry';
import type { Origin, ProvenCall } from './evidence';

/** A learner's result file: `cognito-lab/result/v1` with the learner and the provenance. */
export interface LearnerResult extends LabResult {
  student: string;
  /** The date of the submission, ISO 8601, named as in the roster: grading again does not change it. */
  submitted_at: string;
  graded_at: string;
  /** The points that the gradebook has, after the rubric; absent where there is no grade. */
  grade?: Pick<LearnerSummary, 'score' | 'late'>;
  provenance: {
    evidence: Origin['evidence'];
    /** Of what was read. */
    digest?: string;
    /** The digests of all attempts so far, in order. */
    attempts: string[];
    calls: ProvenCall[];
    labHash: string;
    version: string;
  };
}

/**
 * The result to write. Neither the same content again nor an unreadable submission counts as another attempt.
 *
 * @param previous the learner's result of an earlier run
 */
export function learnerResult(
  { student, submittedAt }: Entry,
  { digest, evidence, calls, takenAt }: Origin,
  result: LabResult,
  previous?: LearnerResult,
): LearnerResult {
  const known = previous?.provenance.attempts ?? [];
  const isNew = digest !== undefined && digest !== previous?.provenance.digest;
  const isAttempt = digest !== undefined && result.status !== 'error' && !known.includes(digest);
  return {
    ...result,
    student,
    submitted_at: submittedAt ?? (isNew ? undefined : previous?.submitted_at) ?? takenAt ?? result.startedAt,
    graded_at: result.finishedAt,
    provenance: {
      evidence,
      ...(digest !== undefined && { digest }),
      attempts: isAttempt ? [...known, digest] : known,
      calls,
      labHash: result.labHash,
      version: result.version,
    },
  };
}

/** The result with the points of the gradebook in place of those that it had under an earlier rubric. */
export function withGrade({ grade: _, ...result }: LearnerResult, { score, late }: LearnerSummary): LearnerResult {
  return { ...result, ...(score && { grade: { score, ...(late && { late }) } }) };
}

const score = v.object({ earned: v.number(), possible: v.number() });

/** The members that are used of an earlier result. */
const keptSchema = v.looseObject({
  schema: v.literal(RESULT_SCHEMA),
  status: v.picklist(['passed', 'failed', 'error']),
  student: v.string(),
  submitted_at: v.string(),
  graded_at: v.string(),
  labHash: v.string(),
  target: v.looseObject({}),
  score,
  tasks: v.array(
    v.looseObject({
      id: v.number(),
      status: v.string(),
      score,
      checks: v.array(v.looseObject({ id: v.string(), status: v.string(), findings: v.array(v.looseObject({})) })),
    }),
  ),
  provenance: v.looseObject({ evidence: v.string(), attempts: v.array(v.string()) }),
});

/**
 * The result of an earlier run, if there is one.
 *
 * @throws Problem for a file that is not this learner's result: it may be a grade, so that it is never overwritten
 */
export function readLearnerResult(path: string, student: string): LearnerResult | undefined {
  if (isAbsent(path)) return undefined;
  const name = `results/${basename(path)}`;
  const remedy = 'Repair it, or move it away if it is not needed. Then run again with --resume.';
  let value: unknown;
  try {
    value = readJson(path, { name, most: budget.file, remedy });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(`The result of an earlier run cannot be read: ${error.message}`, remedy, { cause: error });
  }
  if (!v.is(keptSchema, value)) throw new Problem(`The file ${name} is not the result of an earlier run.`, remedy);
  if (value.student !== student) throw new Problem(`The file ${name} is the result of another learner.`, remedy);
  return value as unknown as LearnerResult;
}
