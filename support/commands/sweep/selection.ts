import type { OwnRun } from '../../targets/owned/run-tags';

/** Which leftover pools a sweep selects (default: all). */
export interface Selection {
  /** The pools of this run. */
  runId?: string;
  /** The pools older than this, in milliseconds. */
  olderThan?: number;
}

/**
 * Whether a sweep selects the pools of a run, and whether it may remove them. Pools that were not selected by run or
 * age are removed only after their expiry, because their run may still be active.
 */
export function selectRun(run: OwnRun, { runId, olderThan }: Selection, now: Date): 'other' | 'in use' | 'due' {
  if (runId !== undefined && run.runId !== runId) return 'other';
  if (olderThan !== undefined && now.getTime() - run.created.getTime() < olderThan) return 'other';
  if (runId === undefined && olderThan === undefined && now < run.expires) return 'in use';
  return 'due';
}
