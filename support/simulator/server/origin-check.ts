import { isIP } from 'node:net';
import type { IncomingHttpHeaders } from 'node:http';
import { header, json, type Reply } from './http';

/**
 * Keeps web pages out. The sandbox trusts every caller, and a browser on the same machine calls it for any page that it
 * shows: by a form or script of another origin, or under a name that the page's owner points at 127.0.0.1 (DNS
 * rebinding). So the Host has to be an address, or a name that nobody on the internet can own; and an Origin has to be
 * the sandbox's own, or of such a name. A page of a bare address is foreign: anybody can serve one.
 *
 * @returns the refusal, or undefined where the request may pass
 */
export function refuseForeign(headers: IncomingHttpHeaders): Reply | undefined {
  const host = header(headers, 'host');
  if (!isAddress(host) && !isLocalName(`http://${host ?? ''}`))
    return forbidden(`Call the sandbox by its address, or as localhost, not as ${JSON.stringify(host ?? '')}.`);
  const { origin } = headers;
  if (origin !== undefined && !isOwn(headers) && !isLocalName(origin))
    return forbidden('Only pages of this machine may call the sandbox.');
  return undefined;
}

/**
 * The routes that empty the sandbox and show its codes are not for pages at all, save the sandbox's own address.
 *
 * @returns the refusal, or undefined where the request may pass
 */
export function refusePages(headers: IncomingHttpHeaders): Reply | undefined {
  return headers.origin !== undefined && !isOwn(headers)
    ? forbidden('This route is not for web pages. Use curl, or a program.')
    : undefined;
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

/** Whether the page is the sandbox's own. */
const isOwn = ({ origin, host }: IncomingHttpHeaders): boolean => origin === `http://${host ?? ''}`;

/** A name that no public DNS answers for: no dots, `.localhost`, `.internal` (Docker's host). */
function isLocalName(origin: string): boolean {
  const name = nameIn(origin);
  return name !== undefined && isIP(name) === 0 && /^[^.]+$|\.(localhost|internal)$/.test(name);
}

const isAddress = (host: string | undefined): boolean => isIP(nameIn(`http://${host ?? ''}`) ?? '') !== 0;

/** Without the brackets of an IPv6 address. */
const nameIn = (origin: string): string | undefined =>
  /^https?:\/\//.test(origin) && URL.canParse(origin) ? new URL(origin).hostname.replace(/^\[|\]$/g, '') : undefined;

const forbidden = (message: string) => json(403, { message });
