import { Problem } from '../problem';
import { plainText } from '../reports/plain-text';

export interface Issue {
  number: number;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  /** There on a pull request, which the API lists among the issues. */
  pull_request?: object;
}

export interface GitHubOptions {
  /** `https://api.github.com`, as a workflow finds it in GITHUB_API_URL. */
  url: string;
  /** `owner/name`, as in GITHUB_REPOSITORY. */
  repository: string;
  /** Of the workflow's own; needs `issues: write`. */
  token: string;
}

/** GitHub's largest page. */
const page = 100;

/** What drift needs of GitHub's REST API: the issues of one repository. */
export class GitHub {
  constructor(private readonly options: GitHubOptions) {}

  /** All of them, open and closed, the oldest first. @throws Problem */
  async issues(label: string): Promise<Issue[]> {
    const all: Issue[] = [];
    for (let number = 1; ; number++) {
      const query = `labels=${encodeURIComponent(label)}&state=all&sort=created&direction=asc&per_page=${page}&page=${number}`;
      const issues = (await this.#call('GET', `issues?${query}`)) as Issue[];
      all.push(...issues.filter(({ pull_request }) => !pull_request));
      if (issues.length < page) return all;
    }
  }

  /** @throws Problem */
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

  async #call(method: string, path: string, body?: object): Promise<unknown> {
    const { url, repository, token } = this.options;
    let answer: Response;
    try {
      answer = await fetch(`${url}/repos/${repository}/${path}`, {
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
    } catch (error) {
      throw new Problem(`GitHub did not answer: ${(error as Error).message}`, 'Run it again.', { cause: error });
    }
    const text = await answer.text();
    if (answer.ok) return JSON.parse(text) as unknown;
    throw new Problem(
      `GitHub refused to ${method} ${path.replace(/\?.*/, '')} (HTTP ${answer.status}): ${plainText(text.slice(0, 300))}`,
      'The workflow needs the permission "issues: write", and issues must be turned on in the repository.',
    );
  }
}
