import { expect } from 'chai';
import { Simulation } from '../../../../../tests/support/simulation';

const aws = 'InvalidParameterException: ';

describe('the list of pools', () => {
  let simulation: Simulation;
  beforeEach(() => (simulation = new Simulation()));

  it('has a page at a time, the oldest first', async () => {
    for (const PoolName of ['one', 'two', 'three']) {
      await simulation.createPool({ PoolName });
      simulation.now += 1;
    }
    interface Page {
      UserPools: { Name: string }[];
      NextToken?: string;
    }
    const first = await simulation.call<Page>('ListUserPools', { MaxResults: 2 });
    const second = await simulation.call<Page>('ListUserPools', { MaxResults: 2, NextToken: first.NextToken });
    expect(first.UserPools.map(({ Name }) => Name)).to.deep.equal(['one', 'two']);
    expect(second.UserPools.map(({ Name }) => Name)).to.deep.equal(['three']);
    expect(second).not.to.have.property('NextToken');
    expect(first.UserPools[0]).to.have.all.keys('Id', 'Name', 'LambdaConfig', 'CreationDate', 'LastModifiedDate');
  });

  it('refuses a token that it did not give out', async () => {
    const { Id } = await simulation.createPool();
    for (const name of ['a', 'b']) await simulation.createClient(Id, { ClientName: name });
    const { NextToken } = await simulation.call('ListUserPoolClients', { UserPoolId: Id, MaxResults: 1 });
    const text = 'Provided pagination token is invalid. Check the token and try your request again.';
    for (const token of ['nonsense', NextToken, Buffer.from('["ListUserPools us-east-1"]').toString('base64url')])
      expect(await simulation.refusal('ListUserPools', { MaxResults: 1, NextToken: token })).to.equal(aws + text);
  });
});
