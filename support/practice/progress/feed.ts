import type { Listener, Reply } from '../../simulator/server/http';
import type { Site, Visit } from '../site';

/** Milliseconds for which changes are gathered: a pool and its app client are one change of the learner's. */
const gathering = 150;

/** Milliseconds after which something is written, so that nobody takes the connection for dead. */
const heartbeat = 25_000;

/** Pages that receive events at the same time. */
const mostFeeds = 100;

/** `GET /events?pool=ID`: the progress as it happens, in server-sent events. */
export function feedProgress(site: Site, { query, request }: Visit): Reply {
  const headers = { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' };
  if (site.feeds.size >= mostFeeds) return { status: 503, headers: { 'Content-Type': 'text/plain' }, body: '' };
  if (request.method === 'HEAD') return { status: 200, headers, body: '' };
  return {
    status: 200,
    headers: { ...headers, 'X-Content-Type-Options': 'nosniff' },
    body: '',
    stream: (listener) => {
      const feed = new Feed(site, query.get('pool') ?? undefined, listener);
      return () => feed.end();
    },
  };
}

/** Sends one page the progress of its pool whenever it changes, at a limited rate. */
export class Feed {
  readonly #site: Site;
  readonly #userPoolId: string | undefined;
  readonly #listener: Listener;
  readonly #stopListening: () => void;
  readonly #beat: NodeJS.Timeout;
  #timer?: NodeJS.Timeout;
  #isBusy = false;
  #isStale = false;
  #last = '';

  constructor(site: Site, userPoolId: string | undefined, listener: Listener) {
    this.#site = site;
    this.#userPoolId = userPoolId;
    this.#listener = listener;
    this.#stopListening = site.host.onChange(() => this.#soon(gathering));
    this.#beat = setInterval(() => listener.write(':\n\n'), heartbeat).unref();
    site.feeds.add(this);
    // A page that was long on its way, or came from the browser's memory, is brought up to date.
    this.#soon(0);
  }

  end(): void {
    this.#stopListening();
    clearInterval(this.#beat);
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#site.feeds.delete(this)) this.#listener.end();
  }

  #soon(wait: number): void {
    this.#isStale = true;
    if (this.#isBusy) return;
    this.#timer ??= setTimeout(() => void this.#send(), wait).unref();
  }

  async #send(): Promise<void> {
    this.#timer = undefined;
    this.#isBusy = true;
    this.#isStale = false;
    const started = performance.now();
    const id = this.#userPoolId !== undefined && this.#isThere(this.#userPoolId) ? this.#userPoolId : undefined;
    const view = await this.#site.progressOf(id ?? this.#site.newestPool()?.id);
    const html = this.#site.part('progress', view);
    if (html !== this.#last && this.#site.feeds.has(this)) {
      const isFirst = this.#last === '';
      this.#last = html;
      const text = isFirst ? '' : announced(view);
      this.#listener.write(`event: progress\ndata: ${JSON.stringify({ html, text })}\n\n`);
    }
    this.#isBusy = false;
    // A sandbox that is worked hard has more to do than to judge.
    if (this.#isStale && this.#site.feeds.has(this)) this.#soon(gathering + 5 * (performance.now() - started));
  }

  #isThere(id: string): boolean {
    return this.#site.host.cognito.store.pools.has(id);
  }
}

interface Announced {
  score?: string;
  green?: { title: string }[];
  red?: { title: string }[];
}

/** What a screen reader says. */
const announced = ({ score = '', green = [], red = [] }: Announced): string =>
  [
    ...green.map(({ title }) => `Now passed: ${title}.`),
    ...red.map(({ title }) => `No longer passed: ${title}.`),
    ...(green.length + red.length ? [`${score}.`] : []),
  ].join(' ');
