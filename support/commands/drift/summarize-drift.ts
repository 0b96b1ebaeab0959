import type { LabIdentity } from '../../lab/features/catalogue';
import { version } from '../../common/version';
import { DRIFT_SCHEMA, statusOf, worstOf, type Drift, type PoolDrift, type Waiver } from './drift-result';
import { applyWaivers } from './waivers';

/** Merges the results of pools into one report. */
export function summarizeDrift(
  found: readonly PoolDrift[],
  { about, waivers, now, lab }: { about: Drift['about']; waivers: readonly Waiver[]; now: string; lab: LabIdentity },
): Drift {
  const applied = applyWaivers(found, waivers, Date.parse(now));
  const pools = applied.pools.map((pool) => ({ ...pool, status: statusOf(pool) }));
  return {
    schema: DRIFT_SCHEMA,
    status: worstOf(pools.map(({ status }) => status)),
    about,
    pools,
    waivers: applied.waivers,
    checkedAt: now,
    version,
    lab: { ...lab },
    labHash: lab.hash,
  };
}
