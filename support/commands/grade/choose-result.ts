import type { LearnerResult } from './learner-result';
import { reasonsOf, totalOf } from './learner-summary';
import type { Rubric } from './rubric';

export interface Choice {
  result: LearnerResult;
  /** Why the new result does not count. */
  note?: string;
  /** Why the submission could not be graded in this run, if the grade of an earlier run is kept. */
  unread?: { reason: string; remedy?: string }[];
}

/**
 * Chooses which of two results of a learner counts, and records all attempts in it. An unreadable submission is not an
 * attempt and never replaces a grade.
 */
export function chooseResult(
  previous: LearnerResult,
  fresh: LearnerResult,
  { rubric, keep }: { rubric: Rubric; keep: 'best' | 'latest' },
): Choice {
  const { attempts } = fresh.provenance;
  const kept = (note: string): Choice => ({
    result: { ...previous, provenance: { ...previous.provenance, attempts } },
    note,
  });
  if (previous.status === 'error') return { result: fresh };
  if (fresh.status === 'error') {
    const unread = reasonsOf(fresh);
    const by = previous.labHash === fresh.labHash ? '' : ' (by other features)';
    const note = `It could not be graded this time, so the earlier grade${by} is kept: ${unread[0]?.reason ?? ''}`;
    return { ...kept(note), unread };
  }
  const isSame = previous.provenance.digest === fresh.provenance.digest;
  // Results by different features cannot be compared, and grading the same submission again is not another attempt.
  if (isSame || previous.labHash !== fresh.labHash) return { result: fresh };
  const { max } = rubric.attempts ?? {};
  if (max !== undefined && attempts.length > max)
    return kept(`Attempt ${attempts.length} does not count: the rubric allows ${max}.`);
  if (keep === 'latest' || totalOf(rubric, fresh).earned >= totalOf(rubric, previous).earned) return { result: fresh };
  return kept('The latest attempt has fewer points; an earlier one counts.');
}
