import { checksOf, type Catalogue, type CatalogueCheck } from '../lab/features/catalogue';
import type { FixPlan } from '../lab/fixes';
import { RESULT_SCHEMA, type CheckResult, type LabResult, type Score, type TaskResult } from '../lab/result/result';
import type { Lab } from '../lab/lab-folder';
import { version } from '../common/version';
import type { LabSession } from './session/lab-session';
import { engine } from './cucumber/engine';
import type { Observation } from './cucumber/observer';
import { skipOutcome } from './verdict/skip-rules';
import { checkResults, worst } from './verdict/verdict';

export interface RunOptions {
  /** Ids of the tasks to report (default: all tasks). */
  tasks?: number[];
  /** Called with each check when its scenario starts, and with the number of checks. */
  onProgress?: (check: CatalogueCheck, number: number, of: number) => void;
  /** The order of the checks (default: that of the lab). The verdict does not depend on it. */
  order?: (checks: readonly CatalogueCheck[]) => CatalogueCheck[];
}

/**
 * Runs the lab against an open session, and does not close it.
 *
 * Checks of other tasks that the chosen tasks need also run, so that a check is blocked by its cause whichever tasks
 * were chosen. Only the chosen tasks are reported.
 */
export async function runLab(lab: Lab, session: LabSession, options: RunOptions = {}): Promise<LabResult> {
  const { tasks: chosen, onProgress, order = (checks) => [...checks] } = options;
  const { catalogue } = lab;
  const startedAt = new Date().toISOString();
  const reported = catalogue.tasks.filter(({ id }) => !chosen || chosen.includes(id));
  const run = withNeeds(
    catalogue,
    reported.flatMap(({ checks }) => checks),
  );

  const skipped = new Map<string, Observation>();
  for (const check of run) {
    const outcome = skipOutcome(check, session.target);
    // These are excluded from the run.
    if (outcome) skipped.set(check.id, { findings: [], changes: [], steps: [], attempts: 1, outcome });
  }
  const applicable = new Map(run.flatMap((check) => (skipped.has(check.id) ? [] : [[check.id, check]])));
  let number = 0;
  const onStarted = (id: string): void => onProgress?.(applicable.get(id)!, ++number, applicable.size);
  session.statuses.clear();
  const checks = order([...applicable.values()]).map(({ id }) => id);
  const observations = await engine.run({ lab, checks, session, onStarted });

  const results = checkResults(run, (id) => observations.get(id) ?? skipped.get(id));
  const evidence = await session.evidence();
  const failed = reported
    .flatMap(({ checks }) => checks)
    .filter(({ id }) => results.get(id)?.status === 'failed')
    .map(({ id }) => ({ id, changes: observations.get(id)?.changes ?? [] }));
  const { fixes, shortest } = evidence && failed.length ? planFixes(failed, evidence) : noFixes;
  for (const [id, fix] of fixes) Object.assign(results.get(id) ?? {}, { fix });
  const tasks = reported.map(({ id, title, checks }): TaskResult => {
    const own = checks.flatMap((check) => results.get(check.id) ?? []);
    return { id, title, status: worst(own.map(({ status }) => status)), score: scoreOf(own), checks: own };
  });
  const status = worst(tasks.map((task) => task.status));
  return {
    schema: RESULT_SCHEMA,
    lab: { ...catalogue.lab },
    status: status === 'blocked' ? 'failed' : status === 'skipped' ? 'error' : status,
    score: tasks.map(({ score }) => score).reduce(add, { earned: 0, possible: 0 }),
    target: await session.describe(),
    tasks,
    ...(shortest && { shortestFix: shortest }),
    calls: session.calls,
    startedAt,
    finishedAt: new Date().toISOString(),
    version,
    labHash: catalogue.labHash,
  };
}

/** The given checks and all that they need, in the order of the lab. */
function withNeeds(catalogue: Catalogue, checks: readonly CatalogueCheck[]): CatalogueCheck[] {
  const all = checksOf(catalogue);
  const wanted = new Set(checks.map(({ id }) => id));
  for (const id of wanted) for (const need of all.find((check) => check.id === id)?.needs ?? []) wanted.add(need);
  return all.filter(({ id }) => wanted.has(id));
}

const scoreOf = (checks: readonly CheckResult[]): Score =>
  checks
    .filter(({ status }) => status !== 'skipped' && status !== 'error')
    .map(({ status, points }) => ({ earned: status === 'passed' ? points : 0, possible: points }))
    .reduce(add, { earned: 0, possible: 0 });

const add = (a: Score, b: Score): Score => ({ earned: a.earned + b.earned, possible: a.possible + b.possible });

const noFixes: FixPlan = { fixes: new Map() };

/** Loads the commands of fixes, which a pool without anything to put right does not need. */
const planFixes: typeof import('../lab/fixes').planFixes = (failed, evidence) =>
  (require('../lab/fixes') as typeof import('../lab/fixes')).planFixes(failed, evidence);
