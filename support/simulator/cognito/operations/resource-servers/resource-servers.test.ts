import { expect } from 'chai';
import { Simulation } from '../../../../../tests/support/simulation';

const Identifier = 'https://notes.example.com';
const Scopes = [{ ScopeName: 'read', ScopeDescription: 'Read notes' }];

describe('resource servers', () => {
  let simulation: Simulation;
  let UserPoolId: string;
  beforeEach(async () => {
    simulation = new Simulation();
    ({ Id: UserPoolId } = await simulation.createPool());
  });
  const create = (more: object = {}) =>
    simulation.call('CreateResourceServer', { UserPoolId, Identifier, Name: 'Notes', Scopes, ...more });
  const describeServer = () => simulation.call('DescribeResourceServer', { UserPoolId, Identifier });

  it('are described as they were made, updated and deleted', async () => {
    const ResourceServer = { UserPoolId, Identifier, Name: 'Notes', Scopes };
    expect(await create()).to.deep.equal({ ResourceServer });
    expect(await describeServer()).to.deep.equal({ ResourceServer });
    await simulation.call('UpdateResourceServer', { UserPoolId, Identifier, Name: 'All notes' });
    expect(await describeServer()).to.deep.equal({
      ResourceServer: { UserPoolId, Identifier, Name: 'All notes' },
    });
    expect(await simulation.call('DeleteResourceServer', { UserPoolId, Identifier })).to.deep.equal({});
    for (const [operation, more] of [
      ['DescribeResourceServer', {}],
      ['UpdateResourceServer', { Name: 'x' }],
      ['DeleteResourceServer', {}],
    ] as const)
      expect(await simulation.refusal(operation, { UserPoolId, Identifier, ...more }), operation).to.equal(
        `ResourceNotFoundException: Resource server ${Identifier} does not exist.`,
      );
  });

  it('are listed in pages', async () => {
    for (const name of ['b', 'a', 'c']) await create({ Identifier: name });
    interface Page {
      ResourceServers: { Identifier: string }[];
      NextToken?: string;
    }
    const list = (more: object) => simulation.call<Page>('ListResourceServers', { UserPoolId, MaxResults: 2, ...more });
    const first = await list({});
    const second = await list({ NextToken: first.NextToken });
    expect([first, second].map((page) => page.ResourceServers.map((each) => each.Identifier))).to.deep.equal([
      ['a', 'b'],
      ['c'],
    ]);
    expect(second).not.to.have.property('NextToken');
    expect(await simulation.refusal('ListResourceServers', { UserPoolId, MaxResults: 51 })).to.contain('maxResults');
  });

  it('are refused where there is one, and beyond the quota', async () => {
    await create();
    expect(await simulation.refusal('CreateResourceServer', { UserPoolId, Identifier, Name: 'Notes' })).to.equal(
      `InvalidParameterException: ${Identifier} already exists in user pool ${UserPoolId}.`,
    );
    for (let count = 1; count < 25; count += 1) await create({ Identifier: `server${String(count)}` });
    expect(await simulation.refusal('CreateResourceServer', { UserPoolId, Identifier: 'x', Name: 'x' })).to.match(
      /^LimitExceededException/,
    );
  });

  it('give app clients their scopes', async () => {
    const client = {
      UserPoolId,
      ClientName: 'c',
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://example.com'],
      AllowedOAuthScopes: [`${Identifier}/read`],
    };
    expect(await simulation.refusal('CreateUserPoolClient', client)).to.equal(
      `ScopeDoesNotExistException: Invalid scope requested: ${Identifier}/read`,
    );
    await create();
    expect(await simulation.refusal('CreateUserPoolClient', client)).to.equal('accepted');
  });
});
