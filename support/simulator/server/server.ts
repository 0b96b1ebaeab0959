import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { json, type Reply, type Request } from './http';

export interface ServerLimits {
  /** Bytes. AWS's largest input, an identity provider with its metadata, is well under it. */
  largestBody: number;
  /** Milliseconds for a whole request to arrive; who is slower is hung up on. */
  requestTimeout: number;
}

export const defaultLimits: ServerLimits = { largestBody: 1024 * 1024, requestTimeout: 10_000 };

/**
 * The HTTP side of the sandbox: reads whole requests within bounds, and writes replies. It decides nothing else.
 *
 * @param answer must not throw
 */
export function createSandboxServer(
  answer: (request: Request) => Promise<Reply>,
  { largestBody, requestTimeout }: ServerLimits,
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
  return server;

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await readBody(incoming, largestBody);
    if (body === 'broken off') return;
    if (body === 'too large') {
      send(outgoing, { ...tooLarge, headers: { ...tooLarge.headers, Connection: 'close' } });
      return;
    }
    const { method = '', url = '', headers } = incoming;
    send(outgoing, await answer({ method, path: url.split('?', 1)[0] ?? '', headers, body }));
  }
}

async function readBody(incoming: IncomingMessage, largest: number): Promise<Buffer | 'too large' | 'broken off'> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > largest) {
        // Read on, and forget it: who is still sending would not see the answer.
        incoming.resume();
        return 'too large';
      }
      chunks.push(chunk);
    }
  } catch {
    return 'broken off';
  }
  return Buffer.concat(chunks);
}

/** AWS's name for it among the errors that all services share (documented). */
const tooLarge = json(413, { __type: 'RequestEntityTooLargeException', message: 'Request entity is too large.' });

function send(outgoing: ServerResponse, { status, headers, body }: Reply): void {
  if (outgoing.destroyed) return;
  outgoing.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  outgoing.end(body);
}
