import { setTimeout as sleep } from 'node:timers/promises';
import { adminPrefix } from '../../../simulator/server/admin';
import type { Trigger } from './triggers';

/** Milliseconds in which changes that come together are gathered. */
const gathering = 50;

const event = 'event: change\n';

/** Milliseconds before a sandbox that went away is called again. */
const pause = 500;

/**
 * Looks when the sandbox says that something changed, and when it goes away or comes back. It is told by an open
 * connection, so that nothing is asked while nothing changes.
 */
export class ToldOfChanges implements Trigger {
  readonly how = 'told of every change';
  readonly #end = new AbortController();
  #hasNews = false;
  #wake?: () => void;

  /** @param url of the sandbox */
  constructor(private readonly url: string) {
    void this.#listen();
  }

  async next(_: unknown, signal: AbortSignal): Promise<void> {
    if (!this.#hasNews)
      await new Promise<void>((resolve, reject) => {
        const stop = (): void => reject(signal.reason as Error);
        if (signal.aborted) return stop();
        signal.addEventListener('abort', stop, { once: true });
        this.#wake = () => {
          signal.removeEventListener('abort', stop);
          resolve();
        };
      });
    await sleep(gathering, undefined, { signal });
    this.#hasNews = false;
  }

  close(): void {
    this.#end.abort();
  }

  #send(): void {
    this.#hasNews = true;
    this.#wake?.();
    this.#wake = undefined;
  }

  async #listen(): Promise<void> {
    const { signal } = this.#end;
    let isFirst = true;
    while (!signal.aborted) {
      let wasConnected = false;
      try {
        const answer = await fetch(`${this.url}${adminPrefix}changes`, { signal, redirect: 'error' });
        if (answer.ok && answer.body) {
          wasConnected = true;
          // The first look is made anyway.
          if (!isFirst) this.#send();
          await this.#hear(answer.body);
        }
      } catch {
        // It went away; the next look says so.
      }
      isFirst = false;
      if (signal.aborted) return;
      if (wasConnected) this.#send();
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  async #hear(body: AsyncIterable<Uint8Array>): Promise<void> {
    let last = '';
    for await (const chunk of body) {
      const text = last + Buffer.from(chunk).toString('latin1');
      if (text.includes(event)) this.#send();
      // An event may come in two pieces.
      last = text.includes(event) ? '' : text.slice(-event.length);
    }
  }
}
