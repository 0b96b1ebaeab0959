import { readFileSync } from 'node:fs';
import type { LabResult } from '../../lab/result/result';
import type { LearnerSummary } from '../../lab/result/class-result';
import type { Entry } from './inputs/entry';
import type { Look, ProvenCall } from './evidence';

/** What is kept of a learner: `cognito-lab/result/v1` with whose it is and what it rests on. */
export interface LearnerResult extends LabResult {
  student: string;
  /** When it was handed in, ISO 8601, under the roster's own name for it: a regrade does not move it. */
  submitted_at: string;
  graded_at: string;
  /** The points that the gradebook has, after the rubric; absent where there is no grade. */
  grade?: Pick<LearnerSummary, 'score' | 'late'>;
  provenance: {
    evidence: Look['evidence'];
    /** What was looked at. */
    digest?: string;
    /** The digests of all that the learner handed in so far, in order. */
    attempts: string[];
    calls: ProvenCall[];
    labHash: string;
    version: string;
  };
}

/**
 * The result as it is kept. A second look at the same thing is no second attempt, and neither is one that came to
 * nothing.
 *
 * @param previous what is kept of the learner from an earlier run
 */
export function learnerResult(
  { student, submittedAt }: Entry,
  look: Look,
  result: LabResult,
  previous?: LearnerResult,
): LearnerResult {
  const { digest, evidence, calls, takenAt } = look;
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

/** What is kept of a learner in a file, if it is that. A file that is not is graded over. */
export function readLearnerResult(path: string, student: string): LearnerResult | undefined {
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as LearnerResult;
    return value.student === student && Array.isArray(value.provenance.attempts) && Array.isArray(value.tasks)
      ? value
      : undefined;
  } catch {
    return undefined;
  }
}
