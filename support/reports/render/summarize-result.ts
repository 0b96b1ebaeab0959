/** A summary of a result, for all reports: which check blocks which, which checks share a reason, what to do first. */
import type { CheckResult, CheckStatus, LabResult, ShortestFix, TaskResult } from '../../lab/result/result';

export interface Located {
  check: CheckResult;
  task: TaskResult;
}

/** Checks with the same reason, which is then shown once. */
export interface SharedReason {
  reason: string;
  remedy?: string;
  checks: Located[];
}

export type NextStep =
  | { kind: 'done' }
  | { kind: 'nothing-checked' }
  /** `others`: failed checks besides the first. */
  | { kind: 'fix'; first: Located; others: number }
  /** One way puts several checks right; or the pool has to be made again, for these checks. */
  | { kind: 'shortest'; fix: ShortestFix; again: Located[]; others: number }
  /** There are only blocked checks: their cause is not among the chosen tasks. */
  | { kind: 'unblock'; first: Located }
  | { kind: 'retry'; causes: SharedReason[]; failed: number };

export interface ResultSummary {
  counts: Record<CheckStatus, number>;
  /** Blocked checks by the id of the check that blocks them. */
  blockedUnder: Map<string, Located[]>;
  /** Blocked checks whose cause is not in the result, because only some tasks were chosen. */
  blockedElsewhere: Located[];
  unread: SharedReason[];
  skipped: SharedReason[];
  next: NextStep;
}

export function summarizeResult(result: LabResult): ResultSummary {
  const all = result.tasks.flatMap((task) => task.checks.map((check): Located => ({ check, task })));
  const having = (status: CheckStatus): Located[] => all.filter(({ check }) => check.status === status);
  const counts = { passed: 0, failed: 0, blocked: 0, error: 0, skipped: 0 };
  for (const { check } of all) counts[check.status]++;
  const unread = byReason(having('error'));
  const blocked = having('blocked');
  const blockedUnder = byCause(blocked, all);
  const underCause = new Set([...blockedUnder.values()].flat());
  return {
    counts,
    blockedUnder,
    blockedElsewhere: blocked.filter((located) => !underCause.has(located)),
    unread,
    skipped: byReason(having('skipped')),
    next: nextStep(counts, having('failed'), blocked, unread, result.shortestFix),
  };
}

function byReason(checks: Located[]): SharedReason[] {
  const groups = new Map<string, SharedReason>();
  for (const located of checks) {
    const { reason = 'No reason was given.', remedy } = located.check;
    const key = JSON.stringify([reason, remedy]);
    const group = groups.get(key) ?? { reason, remedy, checks: [] };
    group.checks.push(located);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function byCause(blocked: Located[], all: Located[]): Map<string, Located[]> {
  const byId = new Map(all.map(({ check }) => [check.id, check]));
  const groups = new Map<string, Located[]>();
  for (const located of blocked) {
    const cause = firstCause(located.check, byId);
    if (cause) groups.set(cause.id, [...(groups.get(cause.id) ?? []), located]);
  }
  return groups;
}

/** Follows `blockedBy` to the root cause; undefined if that leads out of the result or in a circle. */
function firstCause(check: CheckResult, byId: Map<string, CheckResult>): CheckResult | undefined {
  const seen = new Set<CheckResult>();
  let cause: CheckResult | undefined = check;
  while (cause?.status === 'blocked') {
    if (seen.has(cause)) return undefined;
    seen.add(cause);
    cause = byId.get(cause.blockedBy ?? '');
  }
  return cause?.status === 'failed' || cause?.status === 'error' ? cause : undefined;
}

function nextStep(
  counts: ResultSummary['counts'],
  failed: Located[],
  [blocked]: Located[],
  causes: SharedReason[],
  fix: ShortestFix | undefined,
): NextStep {
  if (causes.length > 0) return { kind: 'retry', causes, failed: failed.length };
  const [first] = failed;
  if (fix && (fix.kind === 'recreate' || (fix.commands.length && fix.checks.length > 1))) {
    const again = failed.filter(({ check }) => check.fix?.kind === 'recreate');
    return { kind: 'shortest', fix, again, others: failed.length - fix.checks.length };
  }
  if (first) return { kind: 'fix', first, others: failed.length - 1 };
  if (blocked) return { kind: 'unblock', first: blocked };
  return counts.passed > 0 ? { kind: 'done' } : { kind: 'nothing-checked' };
}
