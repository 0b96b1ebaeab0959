import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { send, type RawReply } from '../support/sandbox-call';

/** A call on its way through the proxy. */
export interface Exchange {
  response: ServerResponse;
  /** Lets the service carry the call out. */
  forward: () => Promise<RawReply>;
  /** Passes an answer on. */
  reply: (answer: Pick<RawReply, 'status' | 'body'>, headers?: Record<string, string>) => void;
}

/** What goes wrong with a call: it answers, or not, as it likes. */
export type Spoil = (exchange: Exchange) => Promise<void> | void;

/** Which calls of a run go wrong, by their number in the order of arrival, and how. */
export interface Spoilt {
  at: number;
  /** How many calls from there on; all of them where it is Infinity. */
  calls: number;
  spoil: Spoil | 'refuse';
}

/** How long nothing listens where a connection is to be refused once, in milliseconds. */
const away = 120;

/** Stands between the real SDK client and a service, and fails the calls that it is told to. */
export class FaultProxy {
  /** The operations that have arrived since {@link begin}, attempt by attempt. */
  operations: string[] = [];
  /** How often the service was made to create a pool. */
  poolsMade = 0;
  readonly #server: Server;
  #port = 0;
  #spoilt?: Spoilt;
  #timer?: NodeJS.Timeout;

  constructor(private readonly service: string) {
    this.#server = createServer((request, response) => {
      this.#pass(request, response).catch(() => response.destroy());
    });
  }

  static async start(service: string): Promise<FaultProxy> {
    const proxy = new FaultProxy(service);
    await proxy.#listen();
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Forgets the last run, and spoils calls of the next one. */
  async begin(spoilt?: Spoilt): Promise<void> {
    await this.heal();
    this.operations = [];
    this.poolsMade = 0;
    this.#spoilt = spoilt;
    if (spoilt?.spoil === 'refuse' && spoilt.at === 0) await this.#goAway(spoilt);
  }

  /** From now on all is well. */
  async heal(): Promise<void> {
    clearTimeout(this.#timer);
    this.#spoilt = undefined;
    this.#server.closeAllConnections();
    if (!this.#server.listening) await this.#listen();
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#server.closeAllConnections();
    if (this.#server.listening) await new Promise((closed) => this.#server.close(closed));
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
    const number = this.operations.push(operation) - 1;
    const { method, url: path, headers } = request;
    const forward = async (): Promise<RawReply> => {
      const answer = await send(this.service, { method, path, headers: headers as Record<string, string>, body });
      if (operation === 'CreateUserPool' && answer.status === 200) this.poolsMade++;
      return answer;
    };
    const reply: Exchange['reply'] = ({ status, body: text }, more = {}) => {
      if (!response.destroyed)
        response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.1', ...more }).end(text);
    };
    const spoilt = this.#spoilt;
    if (spoilt && spoilt.spoil !== 'refuse' && number >= spoilt.at && number < spoilt.at + spoilt.calls)
      return spoilt.spoil({ response, forward, reply });
    if (spoilt?.spoil === 'refuse' && number >= spoilt.at && !this.#server.listening) {
      // It came by a connection that stood before, as there are where calls are made side by side.
      response.destroy();
      return;
    }
    const answer = await forward();
    if (spoilt?.spoil !== 'refuse' || number !== spoilt.at - 1) return reply(answer);
    // The next call has to connect anew, and finds nobody there.
    await this.#goAway(spoilt);
    reply(answer, { Connection: 'close' });
  }

  async #goAway({ calls }: Spoilt): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeIdleConnections();
    // A server that still has a connection open has stopped listening all the same.
    await Promise.race([closed, new Promise((resolve) => setImmediate(resolve))]);
    if (calls !== Infinity) this.#timer = setTimeout(() => void this.#listen(), away);
  }

  async #listen(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }
}
