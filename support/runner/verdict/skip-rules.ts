import type { CatalogueCheck } from '../../lab/features/catalogue';
import type { CheckStatus } from '../../lab/result/result';
import type { Target } from '../../targets/target';
import type { Outcome } from '../world/outcome';

/**
 * Why a check does not run: it does not apply to a pool that is only read, or a check that it needs did not pass. The
 * only rules for this; used before a run, before a scenario and after it.
 *
 * @param statusOf the status of a check that already ran
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

/** The first need that did not pass. A need in state `error` does not block. */
export const blockingNeed = (
  needs: readonly string[],
  statusOf: (id: string) => CheckStatus | undefined,
): string | undefined => needs.find((id) => ['failed', 'blocked'].includes(statusOf(id) ?? ''));

export const blockedReason = (cause: string): string => `It needs "${cause}" to pass first.`;
