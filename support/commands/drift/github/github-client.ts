import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../../../common/problem';
import { plainText } from '../../../common/text/plain-text';

export interface Issue {
  number: number;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  /** Present on pull requests, which the API lists among the issues. */
  pull_request?: object;
}

export interface GitHubOptions {
  /** `https://api.github.com`; GITHUB_API_URL in a workflow. */
  url: string;
  /** `owner/name`; GITHUB_REPOSITORY in a workflow. */
  repository: string;
  /** The workflow's token, with `issues: write`. */
  token: string;
  /** The backoff delays if GitHub gives none, in milliseconds. */
  waits?: readonly number[];
  /** The maximum total delay, in milliseconds, because a job has a time limit. */
  patience?: number;
}

/** GitHub's largest page. */
const page = 100;

/** A failed call that may have taken effect. */
export class OutcomeUnknown extends Problem {}

/** The part of GitHub's REST API that drift needs: the issues of one repository. */
export class GitHub {
  #patience: number;

  constructor(private readonly options: GitHubOptions) {
    this.#patience = options.patience ?? 120_000;
  }

  /** All issues, open and closed, oldest first. @throws Problem */
  async issues(label: string): Promise<Issue[]> {
    const all: Issue[] = [];
    for (let number = 1; ; number++) {
      const query = `labels=${encodeURIComponent(label)}&state=all&sort=created&direction=asc&per_page=${page}&page=${number}`;
      const issues = (await this.#call('GET', `issues?${query}`)) as Issue[];
      all.push(...issues.filter(({ pull_request }) => !pull_request));
      if (issues.length < page) return all;
    }
  }

  /** @throws Problem; OutcomeUnknown if the issue may exist */
  open(issue: { title: string; body: string; labels: string[] }): Promise<unknown> {
    return this.#call('POST', 'issues', issue);
  }

  /** @throws Problem */
  change(number: number, change: Partial<Pick<Issue, 'title' | 'body' | 'state'>> & { state_reason?: string }) {
    return this.#call('PATCH', `issues/${number}`, change);
  }

  /** @throws Problem */
  comment(number: number, body: string): Promise<unknown> {
    return this.#call('POST', `issues/${number}/comments`, { body });
  }

  /** Retries after rate limits, and failed calls that are idempotent. */
  async #call(
    method: string,
    path: string,
    body?: object,
    waits = this.options.waits ?? [1_000, 5_000, 15_000],
  ): Promise<unknown> {
    const { text, failure } = await this.#once(method, path, body);
    if (!failure) return JSON.parse(text) as unknown;
    const [backoff, ...later] = waits;
    const { problem, after = backoff } = failure;
    const isOver = backoff === undefined || after === undefined || after > this.#patience;
    // Creating an issue is not idempotent. The caller searches for it instead.
    const wouldHarm = problem instanceof OutcomeUnknown && path === 'issues';
    if (isOver || wouldHarm || !failure.passes) throw problem;
    this.#patience -= after;
    await sleep(after);
    return this.#call(method, path, body, later);
  }

  async #once(method: string, path: string, body?: object): Promise<{ text: string; failure?: Failure }> {
    const { url, repository, token } = this.options;
    const what = `${method} ${path.replace(/\?.*/, '')}`;
    try {
      const answer = await fetch(`${url}/repos/${repository}/${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/vnd.github+json',
          'x-github-api-version': '2022-11-28',
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(20_000),
      });
      const text = await answer.text();
      return { text, ...(!answer.ok && { failure: failureOf(answer, text, what) }) };
    } catch (error) {
      const message = `GitHub did not answer ${what}: ${(error as Error).message}`;
      const problem = new OutcomeUnknown(message, 'Run it again.', { cause: error });
      return { text: '', failure: { problem, passes: true } };
    }
  }
}

interface Failure {
  problem: Problem;
  /** Whether a retry can succeed. */
  passes: boolean;
  /** The delay that GitHub requests, in milliseconds. */
  after?: number;
}

function failureOf({ status, headers }: Response, text: string, what: string): Failure {
  const message = `GitHub refused to ${what} (HTTP ${status}): ${plainText(text.slice(0, 300))}`;
  const isLimited =
    status === 429 || (status === 403 && (headers.get('x-ratelimit-remaining') === '0' || /rate limit/i.test(text)));
  if (isLimited) {
    const after = waitOf(headers);
    const when = after === undefined ? 'later' : `in ${Math.ceil(after / 1000)} seconds`;
    const problem = new Problem(message, `That is GitHub's rate limit. Run it again ${when}.`);
    return { problem, passes: true, ...(after !== undefined && { after }) };
  }
  if (status >= 500) return { problem: new OutcomeUnknown(message, 'Run it again.'), passes: true };
  const remedy = 'The workflow needs the permission "issues: write", and issues must be turned on in the repository.';
  return { problem: new Problem(message, remedy), passes: false };
}

/** The delay that GitHub requests, in milliseconds (documented); undefined if none. */
function waitOf(headers: Headers): number | undefined {
  const seconds = headers.get('retry-after');
  if (seconds !== null && /^\d+$/.test(seconds)) return Number(seconds) * 1000;
  const reset = headers.get('x-ratelimit-reset');
  if (headers.get('x-ratelimit-remaining') !== '0' || reset === null) return undefined;
  return Math.max(0, Number(reset) * 1000 - Date.now());
}
