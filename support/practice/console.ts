import { header, type Reply, type Request } from '../simulator/server/http';
import { wantsPage, type PageHost, type Pages } from '../simulator/server/page-host';
import { readForm } from './forms/read-values';
import { refusalOf } from './forms/refusals';
import { isSameOrigin } from './pages/same-origin';
import type { PracticeLab } from './progress/practice-lab';
import { routes, type Handle } from './routes';
import { PageNotFound, Site, type Visit } from './site';

/**
 * The practice console: pages in front of the simulated Cognito, where a learner does the lab without an account and
 * without the AWS CLI. It adds no truth of its own: a form is choices, choices are a plan, a plan is the SDK's calls.
 *
 * @param lab read when the first page is shown
 */
export function openConsole(host: PageHost, lab: () => PracticeLab): Pages {
  const site = new Site(host, lab);
  return {
    answer: (request) => answer(site, request),
    explain: (reply, request) => explain(site, reply, request),
    close: () => site.close(),
  };
}

async function answer(site: Site, request: Request): Promise<Reply | undefined> {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  if (method === 'GET') {
    const asset = site.assets.answer(request.path);
    if (asset) return asset;
  }
  const host = header(request.headers, 'host');
  if (host !== undefined) site.address = `http://${host}`;
  const found = match(request.path);
  const visit: Visit = {
    request,
    params: found?.params ?? [],
    query: new URLSearchParams(request.query),
    form: new URLSearchParams(),
  };
  if (!found) {
    if (!wantsPage(request)) return undefined;
    return message(site, visit, 404, 'There is no such page', `Nothing is at ${request.path.slice(0, 100)}.`);
  }
  const handle: Handle | undefined =
    method === 'GET' ? found.route.get : method === 'POST' ? found.route.post : undefined;
  if (!handle)
    return message(
      site,
      visit,
      405,
      'That cannot be done here',
      'This address is there to be read, or for its own form.',
    );
  if (method === 'POST') {
    if (!isSameOrigin(request))
      return message(
        site,
        visit,
        403,
        'This form was not accepted',
        'It was sent from another site, or by a program. Only forms of this console are accepted here; programs have the API.',
      );
    visit.form = readForm(request.body);
  }
  try {
    return await handle(site, visit);
  } catch (error) {
    if (error instanceof PageNotFound)
      return message(
        site,
        visit,
        404,
        'This is not there',
        error.message,
        'It may have been deleted meanwhile: in another tab, by the AWS CLI, or with the sandbox, which keeps nothing when it stops unless it was started with --state.',
      );
    const refusal = refusalOf(error);
    if (refusal) return message(site, visit, 400, 'AWS refuses this', `${refusal.code}: ${refusal.message}`);
    throw error;
  }
}

function match(path: string): { route: (typeof routes)[number]; params: string[] } | undefined {
  for (const route of routes) {
    const found = route.path.exec(path);
    if (!found) continue;
    try {
      return { route, params: found.slice(1).map(decodeURIComponent) };
    } catch {
      // The address is no text.
      return undefined;
    }
  }
  return undefined;
}

function message(
  site: Site,
  visit: Visit,
  status: number,
  title: string,
  text: string,
  advice?: string,
): Promise<Reply> {
  return site.page(visit, 'message', { title, status, text, advice });
}

/** What the server refuses before a page is asked, in a page of its own: there is no progress beside it. */
function explain(site: Site, reply: Reply, request: Request): Reply {
  const said = saidIn(reply);
  const text =
    reply.status === 413
      ? 'What was sent is larger than a megabyte. Go back: what you filled in is still there.'
      : said;
  const body = site.part('refusal', { assets: site.assets, text, path: request.path });
  return { ...reply, headers: { ...reply.headers, ...site.pageHeaders }, body };
}

function saidIn({ body }: Reply): string {
  try {
    const { message: text } = JSON.parse(body) as { message?: unknown };
    return typeof text === 'string' ? text : 'This was not accepted.';
  } catch {
    return 'This was not accepted.';
  }
}
