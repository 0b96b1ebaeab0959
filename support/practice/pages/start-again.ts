import type { Reply } from '../../simulator/server/http';
import type { Site, Visit } from '../site';
import { seeOther } from './replies';

/** `GET /start-again` */
export function showStartAgain(site: Site, visit: Visit): Promise<Reply> {
  const { store, outbox } = site.host.cognito;
  return site.page(visit, 'start-again', {
    title: 'Start again',
    pools: store.pools.size,
    mail: outbox.messages.length,
  });
}

/** `POST /start-again`: empties the sandbox, and every wizard that was begun. */
export function startAgain(site: Site): Reply {
  site.host.reset();
  site.drafts.clear();
  return seeOther('/?say=started-again');
}
