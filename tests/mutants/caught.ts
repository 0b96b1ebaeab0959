import type { CheckResult, LabResult } from '../../support/lab/result/result';
import type { Mutant } from './mutants';

/**
 * Why a mutant was not caught by exactly the checks that it must fail; nothing where it was. Checks that are blocked
 * under one of those are no faults of their own.
 */
export function escape({ fails }: Mutant, result: LabResult): string | undefined {
  const checks = result.tasks.flatMap((task) => task.checks);
  const idsOf = (status: CheckResult['status']): string[] =>
    checks.filter((check) => check.status === status).map(({ id }) => id);
  const missed = fails.filter((id) => !idsOf('failed').includes(id));
  const wrongly = idsOf('failed').filter((id) => !fails.includes(id));
  const strayed = checks.filter(({ status, blockedBy = '' }) => status === 'blocked' && !fails.includes(blockedBy));
  const wanted = fails.length ? 'failed' : 'passed';
  const words = [
    ...missed.map((id) => `${id} did not fail`),
    ...wrongly.map((id) => `${id} failed`),
    ...idsOf('error').map((id) => `${id} could not look`),
    ...strayed.map(({ id, blockedBy }) => `${id} was blocked under ${blockedBy}`),
    ...(result.status === wanted ? [] : [`the result is ${result.status}`]),
  ];
  return words.length ? words.join(', ') : undefined;
}
