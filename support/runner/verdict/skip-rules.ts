import type { CatalogueCheck } from '../../lab/features/catalogue';
import type { CheckStatus } from '../../lab/result/result';
import type { Target } from '../../targets/target';
import type { Outcome } from '../world/outcome';

/**
 * Why a check is not to be run: it does not apply to a pool that is only read, or what it needs did not pass. These
 * are the only rules for that, before a run, before a scenario and afterwards.
 *
 * @param statusOf the status of a check that ran before, if it did
 */
export function skipOutcome(
  { kind, needs }: Pick<CatalogueCheck, 'kind' | 'needs'>,
  { readOnly }: Pick<Target, 'readOnly'>,
  statusOf: (id: string) => CheckStatus | undefined = () => undefined,
): Outcome | undefined {
  if (kind === 'behaviour' && readOnly !== undefined) return { status: 'skipped', reason: readOnly };
  const cause = blockingNeed(needs, statusOf);
  return cause === undefined ? undefined : { status: 'blocked', reason: blockedReason(cause) };
}

/** The first need that did not pass; one that could not be looked at excuses nothing. */
export const blockingNeed = (
  needs: readonly string[],
  statusOf: (id: string) => CheckStatus | undefined,
): string | undefined => needs.find((id) => ['failed', 'blocked'].includes(statusOf(id) ?? ''));

export const blockedReason = (cause: string): string => `It needs "${cause}" to pass first.`;
