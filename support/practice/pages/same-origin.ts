import { header, type Request } from '../../simulator/server/http';

/**
 * Whether a form was sent from a page of the sandbox itself. A browser names the origin of every form that it posts;
 * one that is too old for that names the page. A form of another site, or of a file, is not let in, and neither is a
 * program: it has AWS's API. The scheme may differ, where a proxy of the developer's stands in between.
 */
export function isSameOrigin({ headers }: Pick<Request, 'headers'>): boolean {
  const host = header(headers, 'host');
  const site = header(headers, 'sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') return false;
  const from = header(headers, 'origin') ?? header(headers, 'referer');
  if (from === undefined || host === undefined || !URL.canParse(from)) return false;
  return new URL(from).host === new URL(`http://${host}`).host;
}
