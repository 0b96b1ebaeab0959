import type { SimulatedCognito } from '../cognito/service';
import { header, type Reply, type Request } from './http';

/** What the pages of the sandbox are given to work with. */
export interface PageHost {
  /** Its calls are saved and reported to `onChange`, like calls over HTTP. */
  readonly cognito: SimulatedCognito;
  /** The account of callers that name no other. */
  readonly accountId: string;
  /** Empties everything. */
  reset(): void;
  /** Calls back whenever something may have changed. @returns what ends that */
  onChange(listener: () => void): () => void;
}

/** Pages for people in front of the simulated service. */
export interface Pages {
  /** @returns undefined where there is no such page */
  answer(request: Request): Promise<Reply | undefined>;
  /** A page that says what a refusal says. */
  explain(reply: Reply, request: Request): Reply;
  /** Ends what is still being written. */
  close(): void;
}

/** Whether the caller is a browser that shows what comes back: no SDK and no CLI asks for HTML. */
export const wantsPage = ({ headers }: Pick<Request, 'headers'>): boolean =>
  /\btext\/html\b/.test(header(headers, 'accept') ?? '');
