import { adminPrefix, answerAdmin, type AdminOptions } from './admin';
import { answerApi, type ApiOptions } from './api';
import { answerDiscovery, isDiscovery } from './discovery';
import { crossOriginHeaders, preflight, refuseForeign } from './origin-check';
import { json, type Reply, type Request } from './http';
import { wantsPage, type Pages } from './page-host';

export type RouteOptions = ApiOptions &
  AdminOptions & {
    /** Absent where there is nothing but the API. */
    pages?: Pages;
  };

/**
 * Answers any request: AWS's API, a pool's public documents, the sandbox's own routes, or that there is nothing.
 * Never throws: a bug, too, is an answer, without its internals.
 */
export async function answer(request: Request, options: RouteOptions): Promise<Reply> {
  try {
    return explained(await route(request, options), request, options);
  } catch (error) {
    options.onInternalError(error, `${request.method} ${request.path}`, '-');
    return explained(json(500, { message: 'Something went wrong' }), request, options);
  }
}

/** A refusal as a page, for a browser that shows it. */
export function explained(reply: Reply, request: Request, { pages }: Pick<RouteOptions, 'pages'>): Reply {
  const isRefusal = reply.status >= 400 && !reply.headers['Content-Type']?.startsWith('text/html');
  return isRefusal && pages && wantsPage(request) ? pages.explain(reply, request) : reply;
}

async function route(request: Request, options: RouteOptions): Promise<Reply> {
  const { method, path, headers } = request;
  if (isDiscovery(request)) return answerDiscovery(request, options.cognito);
  const refusal = refuseForeign(headers);
  if (refusal) return refusal;
  if (path.startsWith(adminPrefix)) return answerAdmin(request, options);
  if (method === 'OPTIONS') return preflight(headers);
  if (method !== 'POST' || path !== '/') return (await options.pages?.answer(request)) ?? nothingHere;
  const reply = await answerApi(request, options);
  return { ...reply, headers: { ...reply.headers, ...crossOriginHeaders(headers) } };
}

/** AWS's answer to a path or method that Cognito does not know (recorded). */
const nothingHere = json(400, {
  code: 'BadRequest',
  message: 'The server did not understand the operation that was requested.',
  type: 'client',
});
