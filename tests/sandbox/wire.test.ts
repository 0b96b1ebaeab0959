import { expect } from 'chai';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer, type RunningServer } from '../../support/simulator/server/start-server';
import { apiHeaders, callApi, send, type RawReply } from '../support/sandbox-call';

const error = ({ status, body }: RawReply) => ({ status, ...(JSON.parse(body) as object) });

describe('the sandbox on the wire', () => {
  let sandbox: RunningServer;
  const warnings: string[] = [];
  before(async () => {
    sandbox = await startServer({ limits: { requestTimeout: 500 }, onWarning: (line) => warnings.push(line) });
  });
  after(() => sandbox.close());
  beforeEach(() => {
    warnings.length = 0;
  });

  const describePool = (
    headers: Record<string, string>,
    body: string | Buffer = '{"UserPoolId":"us-east-1_none00000"}',
  ) => send(sandbox.url, { headers: { ...apiHeaders('DescribeUserPool', null), ...headers }, body });

  it('answers in AWS’s protocol', async () => {
    const { status, headers, body } = await callApi(sandbox.url, 'CreateUserPool', { PoolName: 'p' });
    expect(status).to.equal(200);
    expect(headers['content-type']).to.equal('application/x-amz-json-1.1');
    expect(headers['x-amzn-requestid']).to.match(/^[0-9a-f-]{36}$/);
    expect(headers['content-length']).to.equal(String(Buffer.byteLength(body)));
    const { UserPool } = JSON.parse(body) as { UserPool: { CreationDate: number; Arn: string } };
    expect(UserPool.CreationDate).to.be.closeTo(Date.now() / 1000, 60);
    expect(UserPool.Arn).to.match(/^arn:aws:cognito-idp:us-east-1:123456789012:userpool\/us-east-1_\w{9}$/);
  });

  it('answers 0 bytes where AWS does', async () => {
    const { UserPool } = JSON.parse((await callApi(sandbox.url, 'CreateUserPool', { PoolName: 'p' })).body) as {
      UserPool: { Id: string };
    };
    const { status, body, headers } = await callApi(sandbox.url, 'DeleteUserPool', { UserPoolId: UserPool.Id });
    expect({ status, body, length: headers['content-length'] }).to.deep.equal({ status: 200, body: '', length: '0' });
  });

  it('asks for credentials', async () => {
    expect(error(await describePool({}))).to.deep.equal({
      status: 400,
      __type: 'MissingAuthenticationTokenException',
      message: 'Missing Authentication Token',
    });
  });

  it('asks for whole ones', async () => {
    expect(error(await describePool({ Authorization: 'Bearer x' }))).to.include({
      status: 400,
      __type: 'IncompleteSignatureException',
    });
    const { body } = await describePool({ Authorization: 'AWS4-HMAC-SHA256 Credential=x' });
    expect(body).to.contain("requires existence of either a 'X-Amz-Date' or a 'Date' header.");
  });

  it('asks for none where AWS does not, and ignores bad ones', async () => {
    const input = {
      ClientId: 'nobody',
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'a', PASSWORD: 'b' },
    };
    const expected = {
      status: 400,
      __type: 'ResourceNotFoundException',
      message: 'User pool client nobody does not exist.',
    };
    expect(error(await callApi(sandbox.url, 'InitiateAuth', input, null))).to.deep.equal(expected);
    const headers = { ...apiHeaders('InitiateAuth', null), Authorization: 'nonsense' };
    expect(error(await send(sandbox.url, { headers, body: JSON.stringify(input) }))).to.deep.equal(expected);
  });

  it('does not know what AWS does not', async () => {
    for (const target of ['AWSCognitoIdentityProviderService.Frobnicate', 'DynamoDB_20120810.ListTables', ''])
      expect(error(await describePool({ 'X-Amz-Target': target }))).to.deep.equal({
        status: 400,
        __type: 'UnknownOperationException',
      });
  });

  it('names an operation that it leaves out', async () => {
    const reply = error(await callApi(sandbox.url, 'CreateUserImportJob', {}));
    expect(reply).to.include({ status: 400, __type: 'NotSimulatedException' });
    expect((reply as { message?: string }).message).to.contain('CreateUserImportJob');
  });

  it('is not found by another content type', async () => {
    const { status, body } = await describePool({ 'Content-Type': 'application/x-www-form-urlencoded' });
    expect({ status, body: body.trim() }).to.deep.equal({ status: 404, body: '<UnknownOperationException/>' });
  });

  for (const body of ['', '{', 'null', '[]', Buffer.from([0xc3, 0x28])])
    it(`cannot read ${JSON.stringify(body.toString())}`, async () => {
      const { headers } = await callApi(sandbox.url, 'DescribeUserPool', {});
      expect(headers).to.have.property('x-amzn-requestid');
      const signed = apiHeaders('DescribeUserPool');
      expect(error(await send(sandbox.url, { headers: signed, body }))).to.include({
        status: 400,
        __type: 'SerializationException',
      });
    });

  it('does not take more than a megabyte', async () => {
    const body = JSON.stringify({ PoolName: 'x'.repeat(8 * 1024 * 1024) });
    const reply = await send(sandbox.url, { headers: apiHeaders('CreateUserPool'), body });
    expect([reply.status, reply.body]).to.deep.equal([413, '']);
    expect((await callApi(sandbox.url, 'ListUserPools', { MaxResults: 1 })).status).to.equal(200);
  });

  it('refuses bodies beyond what it holds at once, and takes the next one when they are gone', async () => {
    const small = await startServer({ limits: { largestTotal: 1000 } });
    const { port } = new URL(small.url);
    const socket = connect(Number(port), '127.0.0.1');
    const body = JSON.stringify({ PoolName: 'p'.repeat(100), UserPoolTags: { x: 'x'.repeat(200) } });
    const create = async () => (await send(small.url, { headers: apiHeaders('CreateUserPool'), body })).status;
    socket.write(`POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 901\r\n\r\n${'x'.repeat(900)}`);
    await sleep(100);
    expect(await create()).to.equal(503);
    socket.destroy();
    await sleep(100);
    expect(await create()).to.equal(200);
    await small.close();
  });

  it('stops within a second or so of a half-sent request', async () => {
    const other = await startServer();
    const socket = connect(Number(new URL(other.url).port), '127.0.0.1').on('error', () => undefined);
    socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{');
    await sleep(100);
    const started = Date.now();
    await other.close();
    expect(Date.now() - started).to.be.lessThan(3000);
  });

  it('closes a connection that sends too slowly', async () => {
    const { port } = new URL(sandbox.url);
    const socket = connect(Number(port), '127.0.0.1');
    const started = Date.now();
    socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{');
    await new Promise((resolve) =>
      socket
        .on('close', resolve)
        .on('error', () => undefined)
        .resume(),
    );
    expect(Date.now() - started).to.be.within(400, 5000);
  });

  it('survives what is no HTTP', async () => {
    const socket = connect(Number(new URL(sandbox.url).port), '127.0.0.1');
    socket.end('\x16\x03\x01\x00garbage\r\n\r\n');
    await new Promise((resolve) =>
      socket
        .on('close', resolve)
        .on('error', () => undefined)
        .resume(),
    );
    expect((await callApi(sandbox.url, 'ListUserPools', { MaxResults: 1 })).status).to.equal(200);
  });

  it('keeps a bug to itself, and tells who runs it in one line', async () => {
    const { pools } = sandbox.cognito.store;
    pools.get = () => {
      throw new TypeError('internals');
    };
    const reply = await callApi(sandbox.url, 'DescribeUserPool', { UserPoolId: 'us-east-1_none00000' });
    Reflect.deleteProperty(pools, 'get');
    expect(error(reply)).to.deep.equal({
      status: 500,
      __type: 'InternalErrorException',
      message: 'Something went wrong',
    });
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.match(/^A bug in DescribeUserPool, request [0-9a-f-]{36}: TypeError: internals at [^\n]*$/);
  });

  it('is not for pages of the internet', async () => {
    const headers = apiHeaders('ListUserPools');
    const body = '{"MaxResults":1}';
    const statusWith = async (more: Record<string, string>) =>
      (await send(sandbox.url, { headers: { ...headers, ...more }, body })).status;
    expect(await statusWith({ Host: 'rebound.example.com' })).to.equal(403);
    expect(await statusWith({ Origin: 'https://example.com' })).to.equal(403);
    expect(await statusWith({ Origin: 'http://localhost:3000' })).to.equal(200);
  });

  it('lets a page of this machine ask first, and read the answer', async () => {
    const Origin = 'http://localhost:3000';
    const asked = await send(sandbox.url, {
      method: 'OPTIONS',
      headers: { Origin, 'Access-Control-Request-Headers': 'x-amz-target,content-type' },
    });
    expect(asked.status).to.equal(200);
    expect(asked.headers).to.include({
      'access-control-allow-origin': Origin,
      'access-control-allow-headers': 'x-amz-target,content-type',
    });
    const reply = await send(sandbox.url, { headers: { ...apiHeaders('ListUserPools'), Origin }, body: '{}' });
    expect(reply.headers['access-control-allow-origin']).to.equal(Origin);
    expect(reply.headers['access-control-expose-headers']).to.contain('x-amzn-ErrorType');
  });

  it('has nothing at other paths', async () => {
    for (const [method, path] of [
      ['GET', '/'],
      ['POST', '/x'],
      ['GET', '/us-east-1_a/.well-known/x'],
      ['PUT', '/'],
    ] as const)
      // prettier-ignore
      expect((await send(sandbox.url, { method, path })).status, `${method} ${path}`).to.equal(400);
  });
});

describe('the sandbox’s own routes', () => {
  let sandbox: RunningServer;
  before(async () => {
    sandbox = await startServer();
  });
  after(() => sandbox.close());

  const get = async (path: string, headers = {}) => send(sandbox.url, { method: 'GET', path, headers });

  it('say that it is well', async () => {
    const { status, body } = await get('/_cognito-lab/health');
    expect({ status, body: JSON.parse(body) as unknown }).to.deep.equal({
      status: 200,
      body: { status: 'ok', program: 'cognito-lab', pools: 0 },
    });
  });

  it('show what was delivered, and empty the sandbox', async () => {
    const { body } = await callApi(sandbox.url, 'CreateUserPool', { PoolName: 'p', UsernameAttributes: ['email'] });
    const { UserPool } = JSON.parse(body) as { UserPool: { Id: string } };
    await callApi(sandbox.url, 'AdminCreateUser', {
      UserPoolId: UserPool.Id,
      Username: 'ann@example.com',
      DesiredDeliveryMediums: ['EMAIL'],
    });
    const { messages } = JSON.parse((await get('/_cognito-lab/outbox')).body) as { messages: Record<string, string>[] };
    expect(messages).to.have.lengthOf(1);
    expect(messages[0]).to.include({ destination: 'ann@example.com', kind: 'invitation', userPoolId: UserPool.Id });
    expect(messages[0]?.temporaryPassword).to.be.a('string');
    expect(messages[0]?.at).to.match(/^\d{4}-\d\d-\d\dT/);

    expect((await send(sandbox.url, { path: '/_cognito-lab/reset' })).status).to.equal(200);
    expect(JSON.parse((await get('/_cognito-lab/outbox')).body)).to.deep.equal({ messages: [] });
    expect((await callApi(sandbox.url, 'DescribeUserPool', { UserPoolId: UserPool.Id })).status).to.equal(400);
  });

  it('are not for pages', async () => {
    const headers = { Origin: 'http://localhost:3000' };
    expect((await get('/_cognito-lab/outbox', headers)).status).to.equal(403);
    expect((await send(sandbox.url, { path: '/_cognito-lab/reset', headers })).status).to.equal(403);
  });

  it('are three', async () => {
    for (const [method, path] of [
      ['GET', 'reset'],
      ['POST', 'outbox'],
      ['GET', 'nothing'],
    ] as const) {
      const { status, body } = await send(sandbox.url, { method, path: `/_cognito-lab/${path}` });
      expect(status).to.equal(404);
      expect(body).to.contain('/_cognito-lab/outbox');
    }
  });
});
