import { checksOf, type Catalogue, type CatalogueCheck } from '../lab/features/catalogue';
import { RESULT_SCHEMA, type CheckResult, type LabResult, type Score, type TaskResult } from '../lab/result/result';
import { version } from '../common/version';
import type { LabSession } from './session/lab-session';
import { forgetSession, openSession } from './session/open-sessions';
import { Cucumber } from './cucumber/cucumber';
import { settle, worst } from './judge-check';
import { Observer, type Observation } from './cucumber/observer';
import { randomUUID } from 'node:crypto';

export interface RunOptions {
  /** Ids of the tasks to report on; all of them where there are none. */
  tasks?: number[];
  /** Told of each check when its scenario starts, with how many there are. */
  onProgress?: (check: CatalogueCheck, number: number, of: number) => void;
  /** Paths of the feature files; those of cucumber.js where there are none. */
  features?: string[];
}

/**
 * Runs the lab against what a session has open. It does not close the session.
 *
 * What the chosen tasks need of others runs with them, so that a check is blocked under its cause whichever tasks
 * were asked for, but only the chosen ones are reported.
 */
export async function runLab(catalogue: Catalogue, session: LabSession, options: RunOptions = {}): Promise<LabResult> {
  const { tasks: chosen, onProgress, features } = options;
  const startedAt = new Date().toISOString();
  const reported = catalogue.tasks.filter(({ id }) => !chosen || chosen.includes(id));
  const run = withNeeds(
    catalogue,
    reported.flatMap(({ checks }) => checks),
  );

  const { readOnly } = session.target;
  const applicable = run.filter(({ kind }) => kind === 'setting' || !readOnly);
  const leftOut = new Map<string, Observation>(
    run.flatMap((check) => (applicable.includes(check) ? [] : [[check.id, skipped(readOnly ?? '')]])),
  );

  const byId = new Map(applicable.map((check) => [check.id, check]));
  let number = 0;
  const observer = new Observer((id) => {
    const check = byId.get(id);
    if (check) onProgress?.(check, ++number, applicable.length);
  });
  const name = randomUUID();
  openSession(name, session);
  try {
    const tags = applicable.map(({ id }) => `@check:${id}`).join(' or ');
    if (applicable.length) await Cucumber.run({ features, tags, session: name }, observer.observe);
  } finally {
    forgetSession(name);
  }

  const results = settle(run, (id) => observer.observations.get(id) ?? leftOut.get(id));
  const tasks = reported.map(({ id, title, checks }): TaskResult => {
    const own = checks.flatMap((check) => results.get(check.id) ?? []);
    return { id, title, status: worst(own.map(({ status }) => status)), score: scoreOf(own), checks: own };
  });
  const status = worst(tasks.map((task) => task.status));
  return {
    schema: RESULT_SCHEMA,
    status: status === 'blocked' ? 'failed' : status === 'skipped' ? 'error' : status,
    score: tasks.map(({ score }) => score).reduce(add, { earned: 0, possible: 0 }),
    target: await session.describe(),
    tasks,
    calls: session.calls,
    startedAt,
    finishedAt: new Date().toISOString(),
    version,
    labHash: catalogue.labHash,
  };
}

/** What there is to see of a scenario that does not apply: Cucumber is not asked to run it. */
const skipped = (reason: string): Observation => ({
  findings: [],
  steps: [],
  attempts: 1,
  outcome: { status: 'skipped', reason },
});

/** The checks, and those without which they cannot be looked at, in the order of the lab. */
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
