import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Issue } from '../../support/commands/drift/github/github-client';

interface Kept extends Issue {
  labels: string[];
  comments: string[];
}

interface Answer {
  status: number;
  body: object;
  headers?: Record<string, string>;
}

/** GitHub's REST API for the issues of one repository, on loopback. */
export class GitHubStandIn {
  readonly issues: Kept[] = [];
  readonly asked: string[] = [];
  /** Answers instead, whether it has the call carried out or not; undefined where it leaves it alone. */
  spoil?: (call: string, carryOut: () => Answer) => Answer | undefined;
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://stand-in');
      const call = `${request.method} ${pathname.replace('/repos/keke/lab/', '')}`;
      this.asked.push(call);
      const carryOut = (): Answer =>
        this.#answer(call, searchParams, request.headers.authorization, Buffer.concat(chunks).toString());
      const { status, body, headers } = this.spoil?.(call, carryOut) ?? carryOut();
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    });
  });

  constructor(readonly token = 'ghs_a-token-nobody-may-see') {}

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

  #answer(call: string, searchParams: URLSearchParams, authorization: string | undefined, text: string): Answer {
    const [method = '', path = ''] = call.split(' ');
    if (authorization !== `Bearer ${this.token}`) return { status: 401, body: { message: 'Bad credentials' } };
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
