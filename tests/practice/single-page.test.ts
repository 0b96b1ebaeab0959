import { expect } from 'chai';
import type { RunningServer } from '../../support/simulator/server/start-server';
import { poolIdIn, startPractice, Visitor } from './visitor';

const filled = {
  'application-type': ['Traditional web application'],
  'name-your-application': ['kekeclient'],
  'options-for-sign-in-identifiers': ['Email'],
  'enable-self-registration': ['on'],
  'required-attributes-for-sign-up': ['Name', 'Preferred username', 'Phone number'],
};

describe('The single page of the present console', () => {
  let sandbox: RunningServer;
  let visitor: Visitor;

  beforeEach(async () => {
    sandbox = await startPractice();
    visitor = new Visitor(sandbox.url);
  });
  afterEach(() => sandbox.close());

  it('makes a pool as that console does: its own name, protected, with a domain, and right by the lab', async () => {
    const { values } = await visitor.get('/create/present');
    const page = await visitor.post('/create/present', { ...values, ...filled });
    expect(page.flash).to.contain('The user pool has been created');
    expect(page.progress).to.contain('21 of 24 points');
    const pool = sandbox.cognito.store.pools.get(poolIdIn(page))!;
    expect(pool.name).to.match(/^User pool - [a-z0-9]{6}$/);
    expect(pool.domain).to.equal(pool.id.toLowerCase().replace('_', ''));
    expect(pool.settings).to.deep.include({
      DeletionProtection: 'ACTIVE',
      UsernameAttributes: ['email'],
      AutoVerifiedAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
    });
    const [client] = pool.clients.values();
    expect(client?.secret).to.be.a('string');
    expect(client?.settings).to.deep.include({
      ClientName: 'kekeclient',
      RefreshTokenValidity: 5,
      AllowedOAuthFlows: ['code'],
    });
  });

  it('makes one pool of a form that is sent twice', async () => {
    const { values } = await visitor.get('/create/present');
    const both = await Promise.all([1, 2].map(() => visitor.post('/create/present', { ...values, ...filled })));
    expect(sandbox.cognito.store.pools.size).to.equal(1);
    expect(both.map(({ flash }) => flash).join()).to.contain('not created twice');
  });

  it('says what is missing and what AWS refuses at its field, and keeps the rest', async () => {
    const { values } = await visitor.get('/create/present');
    const page = await visitor.post('/create/present', { ...values, 'enable-self-registration': [] });
    expect(page.faults).to.have.all.keys('name-your-application', 'options-for-sign-in-identifiers');
    expect(page.values['enable-self-registration']).to.deep.equal([]);
    const refused = await visitor.post('/create/present', {
      ...values,
      ...filled,
      'add-a-return-url': ['http://example.com#x'],
    });
    expect(refused.status).to.equal(422);
    expect(refused.faults['add-a-return-url'], refused.alert).to.match(/Exception: /);
    expect(sandbox.cognito.store.pools.size).to.equal(0);
  });

  for (const type of ['Single-page application (SPA)', 'Mobile app', 'Machine-to-machine application'])
    it(`makes the app client of a ${type}`, async () => {
      const { values } = await visitor.get('/create/present');
      const page = await visitor.post('/create/present', { ...values, ...filled, 'application-type': [type] });
      const pool = sandbox.cognito.store.pools.get(poolIdIn(page))!;
      const [client] = pool.clients.values();
      expect(client?.secret === undefined).to.equal(type !== 'Machine-to-machine application');
    });
});
