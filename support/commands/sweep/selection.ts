import type { OwnRun } from '../../targets/owned/run-tags';

/** Which of our own pools a sweep is about. All of them, where nothing is said. */
export interface Selection {
  /** Those of this run. */
  runId?: string;
  /** Those created longer ago than this, in milliseconds. */
  olderThan?: number;
}

/**
 * Whether a sweep is about the pools of a run, and whether it may remove them: what nobody named, by run or by age, only
 * past its expiry, because a run may be under way.
 */
export function judge(run: OwnRun, { runId, olderThan }: Selection, now: Date): 'other' | 'in use' | 'due' {
  if (runId !== undefined && run.runId !== runId) return 'other';
  if (olderThan !== undefined && now.getTime() - run.created.getTime() < olderThan) return 'other';
  if (runId === undefined && olderThan === undefined && now < run.expires) return 'in use';
  return 'due';
}
