import { isIP } from 'node:net';
import type { IncomingHttpHeaders } from 'node:http';
import { header, json, type Reply } from './http';

/**
 * Keeps web pages out. The sandbox trusts whoever reaches it, and a browser on the same machine reaches it for any
 * page that it shows: by a form or script of another origin, or under a name that the page's owner points at
 * 127.0.0.1. So a request must call the sandbox by a name that nobody on the internet can own, and where a browser
 * says what page sent it, that page must come from such a name too.
 *
 * @returns the refusal, or undefined where the request may pass
 */
export function refuseForeign(headers: IncomingHttpHeaders): Reply | undefined {
  const host = header(headers, 'host');
  if (!isLocal(`http://${host ?? ''}`))
    return forbidden(`Call the sandbox by its address, or as localhost, not as ${JSON.stringify(host ?? '')}.`);
  const { origin } = headers;
  if (origin !== undefined && !isLocal(origin)) return forbidden('Only pages of this machine may call the sandbox.');
  return undefined;
}

/**
 * The routes that empty the sandbox and show its codes are not for pages at all, save the sandbox's own address.
 *
 * @returns the refusal, or undefined where the request may pass
 */
export function refusePages(headers: IncomingHttpHeaders): Reply | undefined {
  const { origin, host } = headers;
  const isOther = origin !== undefined && origin !== `http://${host ?? ''}`;
  return isOther ? forbidden('This route is not for web pages. Use curl, or a program.') : undefined;
}

/** The headers that let a page of this machine call the API, as AWS lets every page (recorded from AWS). */
export function crossOriginHeaders({ origin }: IncomingHttpHeaders): Record<string, string> {
  if (origin === undefined) return {};
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
    Vary: 'Origin',
  };
}

/** The answer to a browser that asks before it calls. */
export function preflight(headers: IncomingHttpHeaders): Reply {
  return {
    status: 200,
    headers: {
      ...crossOriginHeaders(headers),
      'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
      'Access-Control-Allow-Headers': header(headers, 'access-control-request-headers') ?? '*',
      'Access-Control-Max-Age': '172800',
    },
    body: '',
  };
}

/** An address, or a name that no public DNS answers for: no dots, `.localhost`, `.internal` (Docker's host). */
function isLocal(origin: string): boolean {
  if (!/^https?:\/\//.test(origin) || !URL.canParse(origin)) return false;
  const name = new URL(origin).hostname.replace(/^\[|\]$/g, '');
  return isIP(name) !== 0 || /^[^.]+$/.test(name) || /\.(localhost|internal)$/.test(name);
}

const forbidden = (message: string) => json(403, { message });
