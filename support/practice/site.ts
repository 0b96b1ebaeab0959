import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { PoolRecord } from '../simulator/cognito/records';
import type { Reply, Request } from '../simulator/server/http';
import type { PageHost } from '../simulator/server/page-host';
import { simulatedClient } from '../targets/mock/mock-client';
import { poolPath } from './pages/addresses';
import { Assets } from './pages/assets';
import { flashes } from './pages/flashes';
import { pageTemplates } from './pages/render';
import { htmlReply, pageHeaders } from './pages/replies';
import type { PracticeLab } from './progress/practice-lab';
import { askedElsewhere, type Lacking } from './progress/asked';
import type { Feed } from './progress/feed';
import { PoolProgress } from './progress/pool-progress';
import { progressView } from './progress/progress-view';
import { Drafts } from './wizard/drafts';

/** A request to a page, taken apart. */
export interface Visit {
  request: Request;
  /** The parts of the address that a route leaves open, decoded. */
  params: readonly string[];
  query: URLSearchParams;
  form: URLSearchParams;
}

/** There is nothing at an address; the message says what is not there. */
export class PageNotFound extends Error {
  override readonly name = 'NotThere';
}

/** Where pools that are created here are. */
const region = 'us-east-1';

interface Place {
  region: string;
  accountId: string;
}

/** What all pages work with. */
export class Site {
  readonly owner: Place;
  readonly progress: PoolProgress;
  readonly drafts = new Drafts();
  readonly assets = new Assets();
  readonly pageHeaders = pageHeaders;
  readonly feeds = new Set<Feed>();
  /** As the last visitor came here. */
  address?: string;
  readonly #render = pageTemplates();
  #asked?: Promise<Lacking[]>;
  readonly #clients = new Map<string, CognitoIdentityProviderClient>();

  constructor(
    readonly host: PageHost,
    readonly lab: () => PracticeLab,
  ) {
    this.owner = { region, accountId: host.accountId };
    this.progress = new PoolProgress(host, this.owner, lab, () => this.address);
  }

  /** The SDK's client, as a learner's own program has it. */
  client({ region, accountId }: Place = this.owner): CognitoIdentityProviderClient {
    const key = `${region} ${accountId}`;
    const client = this.#clients.get(key) ?? simulatedClient(this.host.cognito, { region, accountId });
    this.#clients.set(key, client);
    return client;
  }

  /** @throws NotThere, also for a pool that was deleted meanwhile */
  pool(id = ''): PoolRecord {
    const pool = this.host.cognito.store.pools.get(id);
    if (!pool) throw new PageNotFound(`There is no user pool ${id.slice(0, 60)} in this sandbox.`);
    return pool;
  }

  /** The pool that was created last. */
  newestPool(): PoolRecord | undefined {
    return [...this.host.cognito.store.pools.values()].at(-1);
  }

  /**
   * A whole page, with the progress beside it: of the pool that it is about, or else of the newest.
   *
   * @param data what its template shows
   */
  async page(
    visit: Visit,
    template: string,
    data: { title: string; pool?: PoolRecord; status?: number; tab?: string } & Record<string, unknown>,
  ): Promise<Reply> {
    const { pool, status = 200, title } = data;
    const progress = await this.progressOf((pool ?? this.newestPool())?.id);
    const flash = flashes[visit.query.get('say') ?? ''];
    const body = this.#render(template, {
      flash,
      faults: {},
      tab: undefined,
      ...data,
      pool: pool && { id: pool.id, name: pool.name, path: poolPath(pool.id) },
      // Faults stand in the title, too: a screen reader says it first.
      title: `${Object.keys(data.faults ?? {}).length ? 'Error: ' : ''}${title}`,
      heading: title,
      progress,
      assets: this.assets,
      messages: this.host.cognito.outbox.messages.length,
      here: visit.request.path,
    });
    return htmlReply(status, body);
  }

  /** Settings of the lab that the wizard does not have; empty if that is unknown. */
  askedElsewhere(): Promise<Lacking[]> {
    return (this.#asked ??= askedElsewhere(this.lab(), this.owner).catch(() => []));
  }

  /** A part of a page by itself. */
  part(template: string, data: object): string {
    return this.#render(template, data);
  }

  /** What is shown of a pool's progress; a bug in it does not take the page along. */
  async progressOf(userPoolId: string | undefined): Promise<object> {
    const id = userPoolId !== undefined && this.host.cognito.store.pools.has(userPoolId) ? userPoolId : undefined;
    const name = id === undefined ? undefined : this.host.cognito.store.pools.get(id)?.name;
    try {
      return progressView(await this.progress.of(id), { id, name, title: this.lab().lab.identity.title });
    } catch (error) {
      return { fault: `The progress could not be judged: ${(error as Error).message}` };
    }
  }

  close(): void {
    for (const feed of this.feeds) feed.end();
    this.progress.close();
    for (const client of this.#clients.values()) client.destroy();
  }
}
