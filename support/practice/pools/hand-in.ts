import { needsOf } from '../../lab/phrases/needs';
import { PoolReader } from '../../aws/pool/pool-reader';
import type { Reply } from '../../simulator/server/http';
import { collectAnswers } from '../../targets/submission/collect-answers';
import { makeSnapshot } from '../../targets/submission/make-snapshot';
import { download } from '../pages/replies';
import { poolPath } from '../pages/addresses';
import type { Site, Visit } from '../site';

/** `GET /pools/ID/hand-in` */
export function showHandIn(site: Site, visit: Visit): Promise<Reply> {
  const pool = site.pool(visit.params[0]);
  return site.page(visit, 'hand-in', {
    title: 'Hand in',
    pool,
    tab: 'hand-in',
    file: poolPath(pool.id, 'snapshot.json'),
  });
}

/** `GET /pools/ID/snapshot.json`: what the command `snapshot` writes of this pool, redacted in the same way. */
export async function downloadSnapshot(site: Site, visit: Visit): Promise<Reply> {
  const pool = site.pool(visit.params[0]);
  const takenAt = new Date(site.host.cognito.clock());
  const reader = new PoolReader(site.client(pool), pool.id, { region: pool.region });
  const { lab } = site.lab();
  const collected = await collectAnswers(reader, lab.clientNames, needsOf(lab.catalogue));
  const snapshot = makeSnapshot(collected, { userPoolId: pool.id, region: pool.region, takenAt });
  return download(`${pool.id}.json`, `${JSON.stringify(snapshot, null, 2)}\n`);
}
