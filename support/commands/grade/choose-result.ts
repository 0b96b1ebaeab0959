import type { LearnerResult } from './learner-result';
import { reasonsOf, totalOf } from './learner-summary';
import type { Rubric } from './rubric';

export interface Choice {
  result: LearnerResult;
  /** Why it is not what was read now. */
  note?: string;
  /** Why what was read now came to nothing, where the grade of an earlier run stands. */
  unread?: { reason: string; remedy?: string }[];
}

/**
 * Of two results of one learner the one that counts, with all attempts on it. What came to nothing is no attempt: it
 * never takes the place of a grade.
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
    const by = previous.labHash === fresh.labHash ? '' : ', which is by other features,';
    const note = `This time it could not be graded, so that the earlier grade${by} stands: ${unread[0]?.reason ?? ''}`;
    return { ...kept(note), unread };
  }
  const isSame = previous.provenance.digest === fresh.provenance.digest;
  // What was judged by other features is not comparable, and a regrade is no other attempt.
  if (isSame || previous.labHash !== fresh.labHash) return { result: fresh };
  const { max } = rubric.attempts ?? {};
  if (max !== undefined && attempts.length > max)
    return kept(`Attempt ${attempts.length} does not count: the rubric allows ${max}.`);
  if (keep === 'latest' || totalOf(rubric, fresh).earned >= totalOf(rubric, previous).earned) return { result: fresh };
  return kept('The latest attempt has fewer points; an earlier one counts.');
}
