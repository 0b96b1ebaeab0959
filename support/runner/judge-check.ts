import { TestStepResultStatus } from '@cucumber/messages';
import type { CatalogueCheck } from '../lab/features/catalogue';
import type { CheckResult, CheckStatus, Finding } from '../lab/result/result';
import type { Observation } from './cucumber/observer';

type Verdict = Pick<CheckResult, 'status' | 'reason' | 'remedy'>;

/**
 * What the messages about a check amount to. A verdict, either way, needs evidence: passed is every step passed and
 * at least one finding, all of which hold; failed is a finding that does not. Whatever is neither could not be
 * looked at, a scenario that never ran and one that was tried twice among them.
 */
export function judge(observation: Observation | undefined): Verdict {
  if (!observation) return error('The scenario did not run.');
  const { findings, outcome, steps, attempts } = observation;
  if (attempts !== 1) return error(`The scenario ran ${attempts} times; a verdict is of one run.`);
  if (outcome) return { ...outcome };
  const broken = findings.filter(({ holds }) => !holds);
  if (broken.length) return { status: 'failed', reason: broken.map(describe).join(' ') };
  const wrong = steps.find(({ status }) => status !== TestStepResultStatus.PASSED);
  if (wrong) return error(wrong.message ?? `A step of the scenario came to ${wrong.status.toLowerCase()}.`);
  if (!steps.some(({ isStep }) => isStep)) return error('The scenario has no steps.');
  if (!findings.length) return error('The scenario looked at nothing.');
  return { status: 'passed' };
}

const error = (reason: string): Verdict => ({
  status: 'error',
  reason,
  remedy: 'This is a fault of the lab or of cognito-lab, not of the user pool: please report it.',
});

const describe = ({ setting, expected, actual }: Finding): string =>
  `${setting}: expected ${words(expected)}, found ${words(actual)}.`;

const words = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/**
 * The results of the checks, with those blocked that failed only because something that they need failed first.
 *
 * @param verdictOf of every check that ran, by its id
 */
export function settle(
  checks: readonly CatalogueCheck[],
  observationOf: (id: string) => Observation | undefined,
): Map<string, CheckResult> {
  const results = new Map<string, CheckResult>();
  const byId = new Map(checks.map((check) => [check.id, check]));
  const resultOf = (check: CatalogueCheck): CheckResult => {
    const known = results.get(check.id);
    if (known) return known;
    const { id, title, kind, points, hint, console, docs, needs } = check;
    const observation = observationOf(id);
    const own = judge(observation);
    const findings = observation?.findings ?? [];
    const result: CheckResult = { id, title, kind, points, findings, hint, console, docs, ...own };
    results.set(id, result);
    if (!['failed', 'blocked'].includes(own.status)) return result;
    const cause = needs
      .flatMap((need) => byId.get(need) ?? [])
      .map(resultOf)
      .find(({ status }) => status === 'failed' || status === 'blocked');
    if (cause) {
      result.status = 'blocked';
      result.blockedBy = cause.blockedBy ?? cause.id;
      result.reason = `It needs "${result.blockedBy}" to pass first.`;
    }
    return result;
  };
  checks.forEach(resultOf);
  return results;
}

/** From the best to the worst: a task takes the worst of its checks. */
const order: CheckStatus[] = ['skipped', 'passed', 'blocked', 'failed', 'error'];

export const worst = (statuses: readonly CheckStatus[]): CheckStatus =>
  statuses.reduce((a, b) => (order.indexOf(b) > order.indexOf(a) ? b : a), 'skipped');
