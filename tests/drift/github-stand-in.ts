import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Issue } from '../../support/github/github';

interface Kept extends Issue {
  labels: string[];
  comments: string[];
}

/** GitHub's REST API for the issues of one repository, on loopback. */
export class GitHubStandIn {
  readonly issues: Kept[] = [];
  readonly asked: string[] = [];
  /** Answered with, instead of doing anything. */
  refuse?: { status: number; body: object };
  readonly token = 'ghs_a-token-nobody-may-see';
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { status, body } = this.#answer(
        request.method ?? '',
        new URL(request.url ?? '', 'http://stand-in'),
        request.headers.authorization,
        Buffer.concat(chunks).toString(),
      );
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((closed) => this.#server.close(() => closed()));
  }

  /** As somebody would by hand. */
  add(issue: Partial<Kept>): void {
    const number = this.issues.length + 1;
    this.issues.push({ number, title: 't', body: null, state: 'open', labels: [], comments: [], ...issue });
  }

  #answer(method: string, { pathname, searchParams }: URL, authorization: string | undefined, text: string) {
    const path = pathname.replace('/repos/keke/lab/', '');
    this.asked.push(`${method} ${path}`);
    if (authorization !== `Bearer ${this.token}`) return { status: 401, body: { message: 'Bad credentials' } };
    if (this.refuse) return this.refuse;
    const input = (text === '' ? {} : JSON.parse(text)) as Partial<Kept> & { body?: string };
    const [, number, comments] = /^issues\/(\d+)(\/comments)?$/.exec(path) ?? [];
    const issue = this.issues.find((each) => each.number === Number(number));
    if (method === 'GET' && path === 'issues') {
      const [page, size] = [Number(searchParams.get('page')), Number(searchParams.get('per_page'))];
      const wanted = this.issues.filter(
        ({ labels, state }) =>
          labels.includes(searchParams.get('labels') ?? '') &&
          (searchParams.get('state') === 'all' || state === searchParams.get('state')),
      );
      return { status: 200, body: wanted.slice((page - 1) * size, page * size) };
    }
    if (method === 'POST' && path === 'issues') {
      this.add(input);
      return { status: 201, body: this.issues.at(-1) ?? {} };
    }
    if (!issue) return { status: 404, body: { message: 'Not Found' } };
    if (method === 'POST' && comments) issue.comments.push(input.body ?? '');
    else if (method === 'PATCH') Object.assign(issue, input);
    return { status: 200, body: issue };
  }
}
