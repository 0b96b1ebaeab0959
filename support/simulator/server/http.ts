import type { IncomingHttpHeaders } from 'node:http';

/** A request as the routes see it: its body is whole, and within bounds. */
export interface Request {
  method: string;
  /** Without the query, percent-encoded as it came. */
  path: string;
  /** Without the question mark; empty where there is none. */
  query: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** What is written to a caller as it happens. */
export interface Listener {
  write(text: string): void;
  end(): void;
}

/** What a route answers; only the server writes it to a socket. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** Instead of a body: called once the headers are out. @returns what to do when the caller is gone */
  stream?: (listener: Listener) => () => void;
}

/** A reply in plain JSON, for the routes that are not AWS's API. */
export function json(status: number, content: unknown, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { 'Content-Type': 'application/json', 'X-Content-Type-Options': 'nosniff', ...headers },
    body: JSON.stringify(content),
  };
}

/** A header's value where it was sent once; what was sent twice is not guessed at. */
export function header(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}
