import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { send, type RawReply } from '../support/sandbox-call';

/** What the proxy answers by itself, in place of the service. */
export interface Fault {
  status: number;
  body: string;
}

export const internalError: Fault = {
  status: 500,
  body: '{"__type":"InternalErrorException","message":"Something went wrong"}',
};

export const accessDenied: Fault = {
  status: 400,
  body: '{"__type":"AccessDeniedException","message":"User: arn:aws:iam::123456789012:user/keke is not authorized"}',
};

/** A call that the service has answered, and whose caller does not know it yet. */
export interface Held {
  release: () => void;
}

/**
 * Stands between a process and the service that it calls: it writes down every operation that leaves the process, and
 * can hold one back or spoil it.
 */
export class RecordingProxy {
  /** The operations in the order in which they arrived, retries among them. */
  operations: string[] = [];
  /** What is answered to an operation instead of the service's own answer. */
  readonly faults = new Map<string, Fault>();
  readonly #holds = new Map<string, (held: Held) => void>();
  readonly #server: Server;

  private constructor(private readonly service: string) {
    this.#server = createServer((request, response) => {
      this.#pass(request, response).catch((error: unknown) => response.destroy(error as Error));
    });
  }

  static async start(service: string): Promise<RecordingProxy> {
    const proxy = new RecordingProxy(service);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The next call of an operation is answered only when it is released. */
  hold(operation: string): Promise<Held> {
    return new Promise((resolve) => this.#holds.set(operation, resolve));
  }

  /** Forgets what was recorded, held back and spoilt. */
  reset(): void {
    this.operations = [];
    this.faults.clear();
    this.#holds.clear();
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
    this.operations.push(operation);
    const { status, headers, body: answer } = this.#spoilt(operation) ?? (await this.#ask(request, body));
    const hold = this.#holds.get(operation);
    this.#holds.delete(operation);
    if (hold) await new Promise<void>((release) => hold({ release }));
    response.writeHead(status, { 'Content-Type': headers['content-type'] ?? 'text/plain' }).end(answer);
  }

  #spoilt(operation: string): RawReply | undefined {
    const fault = this.faults.get(operation);
    return fault && { ...fault, headers: { 'content-type': 'application/x-amz-json-1.1' } };
  }

  #ask({ method, url: path, headers }: IncomingMessage, body: Buffer): Promise<RawReply> {
    return send(this.service, { method, path, headers: headers as Record<string, string>, body });
  }
}
