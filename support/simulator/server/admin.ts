import type { SimulatedCognito } from '../cognito/service';
import { changeStream } from './changes';
import { refusePages } from './origin-check';
import { json, type Reply, type Request } from './http';

/** Where the sandbox's own routes are: a path that no pool can have. */
export const adminPrefix = '/_cognito-lab/';

export interface AdminOptions {
  cognito: SimulatedCognito;
  /** Empties everything. */
  reset: () => void;
  /** Calls back whenever something may have changed. @returns what ends that */
  onChange: (listener: () => void) => () => void;
}

/** The routes that AWS does not have: `reset`, `outbox`, `changes` and `health`. */
export function answerAdmin({ method, path, headers }: Request, { cognito, reset, onChange }: AdminOptions): Reply {
  const refusal = refusePages(headers);
  if (refusal) return refusal;
  const noStore = { 'Cache-Control': 'no-store' };
  switch (`${method === 'HEAD' ? 'GET' : method} ${path.slice(adminPrefix.length)}`) {
    case 'POST reset':
      reset();
      return json(200, {}, noStore);
    case 'GET outbox':
      return json(200, { messages: outboxOf(cognito) }, noStore);
    case 'GET changes':
      // Without a body there is no file to write.
      return method === 'GET' ? changeStream(onChange) : json(200, {}, noStore);
    case 'GET health':
      return json(200, { status: 'ok', program: 'cognito-lab', pools: cognito.store.pools.size }, noStore);
    default:
      return json(404, {
        message: `The sandbox has POST ${adminPrefix}reset, GET ${adminPrefix}outbox, GET ${adminPrefix}changes and GET ${adminPrefix}health.`,
      });
  }
}

/** What AWS would have delivered, oldest first. */
const outboxOf = ({ outbox }: SimulatedCognito) =>
  outbox.messages.map(({ at, ...message }) => ({ at: new Date(at).toISOString(), ...message }));
