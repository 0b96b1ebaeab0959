import { TestStepResultStatus } from '@cucumber/messages';
import { shorten } from '../../common/text/shorten';
import type { CatalogueCheck } from '../../lab/features/catalogue';
import { chooseHint } from '../../lab/features/choose-hint';
import type { CheckResult, CheckStatus, Finding } from '../../lab/result/result';
import type { Observation } from '../cucumber/observer';
import { asText } from '../findings/comparisons';
import { blockedReason, blockingNeed } from './skip-rules';

type Verdict = Pick<CheckResult, 'status' | 'reason' | 'remedy'>;

/**
 * The verdict on a check, from its messages. A verdict needs evidence: `passed` requires that every step passed, with
 * at least one finding, all of which hold; `failed` requires a finding that does not hold. Everything else is an
 * error, for example a scenario that did not run or was retried.
 */
export function verdictOf(observation: Observation | undefined): Verdict {
  if (!observation) return error('The scenario did not run.');
  const { findings, outcome, steps, attempts } = observation;
  if (attempts !== 1) return error(`The scenario ran ${attempts} times; a verdict is of one run.`);
  if (outcome) return { ...outcome };
  const broken = findings.filter(({ holds }) => !holds);
  if (broken.length) return { status: 'failed', reason: broken.map(describe).join(' ') };
  const wrong = steps.find(({ status }) => status !== TestStepResultStatus.PASSED);
  if (wrong) return error(shorten(wrong.message ?? `A step of the scenario was ${wrong.status.toLowerCase()}.`));
  if (!steps.some(({ isStep }) => isStep)) return error('The scenario has no steps.');
  if (!findings.length) return error('The scenario compared nothing.');
  return { status: 'passed' };
}

const error = (reason: string): Verdict => ({
  status: 'error',
  reason,
  remedy: 'This is a fault of the lab or of cognito-lab, not of the user pool: please report it.',
});

const describe = ({ setting, expected, actual }: Finding): string =>
  `${setting}: expected ${asText(expected)}, found ${asText(actual)}.`;

/**
 * The results of the checks by id. A failed check becomes blocked if a check that it needs failed, regardless of
 * their order.
 */
export function checkResults(
  checks: readonly CatalogueCheck[],
  observationOf: (id: string) => Observation | undefined,
): Map<string, CheckResult> {
  const results = new Map<string, CheckResult>();
  const byId = new Map(checks.map((check) => [check.id, check]));
  const resultOf = (id: string): CheckResult | undefined => {
    const check = byId.get(id);
    if (!check || results.has(id)) return results.get(id);
    const { title, kind, points, why, controls, console, docs, needs } = check;
    const observation = observationOf(id);
    const findings = observation?.findings ?? [];
    const result: CheckResult = {
      ...{ id, title, kind, points, findings, hint: chooseHint(check, findings) },
      ...(why !== undefined && { why }),
      ...(controls.length > 0 && { controls: controls.map((control) => ({ ...control })) }),
      ...{ console, docs },
      ...verdictOf(observation),
    };
    results.set(id, result);
    if (!['failed', 'blocked'].includes(result.status)) return result;
    const cause = blockingNeed(needs, (need) => resultOf(need)?.status);
    if (cause !== undefined) {
      result.status = 'blocked';
      result.blockedBy = results.get(cause)?.blockedBy ?? cause;
      result.reason = blockedReason(result.blockedBy);
    }
    return result;
  };
  for (const { id } of checks) resultOf(id);
  return results;
}

/** From the best to the worst: the state of a task is its worst check's. */
const order: CheckStatus[] = ['skipped', 'passed', 'blocked', 'failed', 'error'];

export const worst = (statuses: readonly CheckStatus[]): CheckStatus =>
  statuses.reduce((a, b) => (order.indexOf(b) > order.indexOf(a) ? b : a), 'skipped');
