import { expect } from 'chai';
import { startServer, type RunningServer } from '../../support/simulator/server/start-server';
import { callApi, send } from '../support/sandbox-call';

describe('GET /_cognito-lab/changes', () => {
  let sandbox: RunningServer;
  const end = new AbortController();

  before(async () => (sandbox = await startServer()));
  after(async () => {
    end.abort();
    await sandbox.close();
  });

  it('tells of every call that may change something, of the reset, and of no other', async () => {
    const answer = await fetch(`${sandbox.url}/_cognito-lab/changes`, { signal: end.signal });
    expect(answer.headers.get('content-type')).to.equal('text/event-stream');
    const pieces = (answer.body as unknown as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
    const next = async (): Promise<string> => Buffer.from((await pieces.next()).value as Uint8Array).toString();
    expect(await next()).to.equal(': connected\n\n');
    await callApi(sandbox.url, 'ListUserPools', { MaxResults: 1 });
    await callApi(sandbox.url, 'CreateUserPool', { PoolName: 'secret-name' });
    // Had the list been told of, that event would come first, and this one with the next.
    expect(await next()).to.equal('event: change\ndata:\n\n');
    await send(sandbox.url, { path: '/_cognito-lab/reset' });
    expect(await next()).to.equal('event: change\ndata:\n\n');
  });

  it('is not for pages of others', async () => {
    const { status } = await send(sandbox.url, {
      method: 'GET',
      path: '/_cognito-lab/changes',
      headers: { Origin: 'http://localhost:8080' },
    });
    expect(status).to.equal(403);
    const foreign = await send(sandbox.url, {
      method: 'GET',
      path: '/_cognito-lab/changes',
      headers: { Host: 'evil.example' },
    });
    expect(foreign.status).to.equal(403);
  });

  it('has an end where only the headers are asked for', async () => {
    expect((await send(sandbox.url, { method: 'HEAD', path: '/_cognito-lab/changes' })).status).to.equal(200);
  });

  it('keeps no listener of a caller who is gone, and does not hold the sandbox up when it stops', async () => {
    const other = await startServer();
    const gone = new AbortController();
    const answer = await fetch(`${other.url}/_cognito-lab/changes`, { signal: gone.signal });
    const read = answer.text().catch((error: Error) => error.name);
    await other.close();
    expect(await read).to.be.a('string');
    gone.abort();
  });
});
