import { dateText } from '../../reports/render/wording';
import type { Reply } from '../../simulator/server/http';
import { poolPath } from '../pages/addresses';
import type { Site, Visit } from '../site';

const pageSize = 50;

/** `GET /`: the user pools of all regions and accounts, the newest first. */
export function poolList(site: Site, visit: Visit): Promise<Reply> {
  const all = [...site.host.cognito.store.pools.values()].reverse();
  const from = Math.max(0, Number(/^\d{1,6}$/.exec(visit.query.get('from') ?? '0')?.[0] ?? 0));
  return site.page(visit, 'pools', {
    title: 'User pools',
    pools: all.slice(from, from + pageSize).map(({ id, name, createdAt }) => ({
      id,
      name,
      path: poolPath(id),
      created: dateText(new Date(createdAt).toISOString()),
    })),
    more: all.length > from + pageSize ? `/?from=${from + pageSize}` : undefined,
  });
}
