import { expect } from 'chai';
import { readLab } from '../../support/lab/lab-folder';
import { upToTask } from '../../support/lab/solution/solution';
import type { RunningServer } from '../../support/simulator/server/start-server';
import { send } from '../support/sandbox-call';
import { poolIdIn, startPractice, Visitor } from './visitor';

const model = readLab().solution;

describe('The practice console', () => {
  let sandbox: RunningServer;
  let visitor: Visitor;

  beforeEach(async () => {
    sandbox = await startPractice();
    visitor = new Visitor(sandbox.url);
  });
  afterEach(() => sandbox.close());

  const host = (): string => new URL(sandbox.url).host;

  it('says on every page that it is a simulation and not AWS’s', async () => {
    const path = `/pools/${poolIdIn(await visitor.create(upToTask(model, 7)))}`;
    const paths = [
      '/',
      '/create/new/1',
      '/create/present',
      '/mailbox',
      '/start-again',
      '/nowhere',
      path,
      `${path}/users`,
    ];
    for (const each of paths)
      expect((await visitor.get(each)).text, each).to.contain("A simulation on this computer, not Amazon's console.");
  });

  it('loads nothing from elsewhere, has nothing inline, and a policy that allows neither', async () => {
    const path = `/pools/${poolIdIn(await visitor.create(upToTask(model, 7)))}`;
    for (const each of [
      '/',
      '/create/new/1',
      '/create/present',
      `${path}/security`,
      `${path}/users/create`,
      '/nowhere',
    ]) {
      const page = await visitor.get(each);
      expect(page.headers.get('content-security-policy'), each).to.equal(
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(page.headers.get('x-content-type-options')).to.equal('nosniff');
      expect(page.headers.get('cache-control')).to.equal('no-store');
      expect(page.all('style'), each).to.deep.equal([]);
      for (const element of page.all('script')) expect(element.childNodes, each).to.deep.equal([]);
      for (const name of ['img', 'iframe', 'object', 'embed', 'video', 'base'])
        expect(page.all(name), each).to.deep.equal([]);
      for (const element of [...page.all('script'), ...page.all('link')])
        for (const { name, value } of element.attrs)
          if (name === 'src' || name === 'href') expect(value, each).to.match(/^\/assets\/[0-9a-f]{16}\/console\./);
      expect(page.html, each).not.to.match(/\son[a-z]+=|\sstyle=/);
    }
  });

  it('serves its style and its script under addresses that change with them', async () => {
    const page = await visitor.get('/');
    const [address = ''] = /\/assets\/[^"]+\.css/.exec(page.html) ?? [];
    const style = await visitor.get(address);
    expect(style.headers.get('content-type')).to.equal('text/css; charset=utf-8');
    expect(style.headers.get('cache-control')).to.contain('immutable');
    expect((await visitor.get('/assets/0000000000000000/console.css')).status).to.equal(404);
  });

  describe('takes no form', () => {
    const forms: [string, Record<string, string>][] = [
      ['of another site', { Origin: 'http://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
      ['of another site on this machine', { Origin: 'http://localhost:1', 'Sec-Fetch-Site': 'same-site' }],
      ['of a file, or of a page that hides its origin', { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' }],
      ['of a page of another port', { Origin: 'http://127.0.0.1:1' }],
    ];
    for (const [what, headers] of forms)
      it(what, async () => {
        const page = await visitor.post('/start-again', {}, headers);
        expect(page.status).to.equal(403);
        expect(page.heading).to.match(/^This (form )?was not accepted$/);
      });

    it('that does not say where it comes from', async () => {
      const { status } = await send(sandbox.url, {
        method: 'POST',
        path: '/start-again',
        headers: { Accept: 'text/html', 'Content-Type': 'application/x-www-form-urlencoded' },
      });
      expect(status).to.equal(403);
    });

    it('but its own, also of a browser that names only the page', async () => {
      const { status } = await send(sandbox.url, {
        method: 'POST',
        path: '/start-again',
        headers: { Accept: 'text/html', Referer: `${sandbox.url}/start-again` },
      });
      expect(status).to.equal(303);
    });
  });

  it('is not there under another name, whatever that points at', async () => {
    for (const name of ['evil.example', 'evil.example:5229', `${host()}.evil.example`]) {
      const { status, body } = await send(sandbox.url, {
        method: 'GET',
        path: '/',
        headers: { Host: name, Accept: 'text/html' },
      });
      expect(status, name).to.equal(403);
      expect(body, name).to.contain('Call the sandbox by its address').and.to.contain('A simulation on this computer');
    }
  });

  it('answers a browser’s wrong address with a page, and a program’s as AWS does', async () => {
    const page = await visitor.get('/nowhere');
    expect([page.status, page.heading]).to.deep.equal([404, 'There is no such page']);
    expect((await visitor.get('/pools/us-east-1_x/nowhere')).status).to.equal(404);
    expect((await visitor.get('/pools/%E0%A4%A')).status).to.equal(404);
    expect((await visitor.get('/_cognito-lab/nowhere')).heading).to.equal('This was not accepted');
    const program = await send(sandbox.url, { method: 'GET', path: '/nowhere', headers: { Accept: '*/*' } });
    expect(JSON.parse(program.body)).to.have.property('code', 'BadRequest');
  });

  it('shows markup of others as text, wherever it shows it', async () => {
    const evil = '<img src=x onerror=alert(1)>"\'&';
    const place = { region: 'us-east-1', accountId: '123456789012', requestId: 'test' };
    const { UserPool } = (await sandbox.cognito.call('CreateUserPool', { PoolName: 'p' }, place)) as {
      UserPool: { Id: string };
    };
    const record = sandbox.cognito.store.pools.get(UserPool.Id)!;
    record.name = evil;
    record.tags = { [evil]: evil };
    const { User } = (await sandbox.cognito.call(
      'AdminCreateUser',
      { UserPoolId: UserPool.Id, Username: 'u' },
      place,
    )) as { User: { Username: string } };
    record.users.get([...record.users.keys()][0] ?? '')!.attributes.email = evil;
    for (const path of ['', '/users', `/users/${User.Username}`, '/security', '/delete', '/hand-in']) {
      const page = await visitor.get(`/pools/${UserPool.Id}${path}`);
      expect(page.all('img'), path).to.deep.equal([]);
      expect(page.status, path).to.equal(200);
    }
    expect((await visitor.get('/')).text).to.contain(evil);
    for (const path of [
      `/pools/${encodeURIComponent(evil)}`,
      `/${encodeURIComponent(evil)}`,
      `/?say=${encodeURIComponent(evil)}`,
      `/events-${encodeURIComponent(evil)}`,
    ])
      expect((await visitor.get(path)).all('img'), path).to.deep.equal([]);
  });

  it('survives words that a prototype has', async () => {
    for (const path of [
      '/?say=constructor',
      '/?say=__proto__',
      '/pools/__proto__',
      '/create/__proto__/1',
      '/pools/constructor/users',
    ])
      expect((await visitor.get(path)).status, path).to.be.oneOf([200, 404]);
  });

  it('starts again only after it was asked twice, and then has nothing', async () => {
    await visitor.create(upToTask(model, 7));
    const asked = await visitor.get('/start-again');
    expect(asked.text).to.contain('user pools (1)');
    expect(sandbox.cognito.store.pools.size).to.equal(1);
    const page = await visitor.post('/start-again');
    expect(page.flash).to.equal('Everything has been deleted: begin again.');
    expect(page.progress).to.contain('0 of 24 points');
    expect(sandbox.cognito.store.pools.size).to.equal(0);
  });

  it('lists several pools, and judges each by itself', async () => {
    const first = poolIdIn(await visitor.create(upToTask(model, 7)));
    const second = poolIdIn(
      await visitor.create({
        tasks: [...upToTask(model, 6).tasks, { id: 7, choices: { 'User pool name': 'another' } }],
      }),
    );
    const list = await visitor.get('/');
    expect(list.links).to.include.members([`/pools/${first}`, `/pools/${second}`]);
    expect((await visitor.get(`/pools/${first}`)).progress).to.contain('21 of 24');
    expect((await visitor.get(`/pools/${second}`)).progress).to.contain('19 of 24');
  });
});
