import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { json, type Reply, type Request } from './http';

export interface ServerLimits {
  /** Bytes. AWS's largest input, an identity provider with its metadata, is well under it. */
  largestBody: number;
  /** Bytes of the bodies of all requests that are still arriving. */
  largestTotal: number;
  /** Milliseconds for a whole request to arrive; a slower connection is closed. */
  requestTimeout: number;
}

export const defaultLimits: ServerLimits = {
  largestBody: 1024 * 1024,
  largestTotal: 64 * 1024 * 1024,
  requestTimeout: 10_000,
};

/**
 * The HTTP side of the sandbox: reads whole requests within bounds, and writes replies. It decides nothing else.
 *
 * @param answer must not throw
 * @param refuse makes the reply to a request that was not read; must not throw
 */
export function createHttpServer(
  answer: (request: Request) => Promise<Reply>,
  { largestBody, largestTotal, requestTimeout }: ServerLimits,
  refuse: (reply: Reply, request: Request) => Reply = (reply) => reply,
): Server {
  const server = createServer(
    {
      requestTimeout,
      headersTimeout: requestTimeout,
      connectionsCheckingInterval: Math.min(1000, requestTimeout),
      // Longer than SDKs keep an idle connection, so that it is not closed under a request that is on its way.
      keepAliveTimeout: 75_000,
    },
    (incoming, outgoing) => void serve(incoming, outgoing),
  );
  server.maxConnections = 1000;
  // Also for a caller who does not read the answer.
  server.timeout = 75_000;
  let arriving = 0;
  return server;

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await readBody(incoming);
    if (body === 'broken off') return;
    const { method = '', url = '', headers } = incoming;
    const path = url.split('?', 1)[0] ?? '';
    const request = { method, path, query: url.slice(path.length + 1), headers, body: Buffer.alloc(0) };
    if (!Buffer.isBuffer(body)) {
      const reply = refuse(body, request);
      send(outgoing, { ...reply, headers: { ...reply.headers, Connection: 'close' } });
      return;
    }
    send(outgoing, await answer({ ...request, body }));
  }

  /** A body, or the refusal of one that is too large. */
  async function readBody(incoming: IncomingMessage): Promise<Buffer | Reply | 'broken off'> {
    const chunks: Buffer[] = [];
    let length = 0;
    try {
      for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        length += chunk.length;
        arriving += chunk.length;
        if (length > largestBody || arriving > largestTotal) {
          // Read on, and drop it: a caller who is still sending would not see the answer.
          incoming.resume();
          return length > largestBody ? tooLarge : overloaded;
        }
        chunks.push(chunk);
      }
    } catch {
      return 'broken off';
    } finally {
      arriving -= length;
    }
    return Buffer.concat(chunks);
  }
}

/** AWS answers without a body (recorded 2026). */
const tooLarge: Reply = { status: 413, headers: {}, body: '' };

const overloaded = json(503, { message: 'The sandbox has too many requests in progress. Try again later.' });

function send(outgoing: ServerResponse, { status, headers, body, stream }: Reply): void {
  if (outgoing.destroyed) return;
  if (stream) {
    outgoing.writeHead(status, headers).flushHeaders();
    outgoing.once('close', stream({ write: (text) => outgoing.write(text), end: () => outgoing.end() }));
    return;
  }
  outgoing.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  outgoing.end(body);
}
