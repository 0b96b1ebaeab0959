import { expect } from 'chai';
import { Simulation } from '../../../../../tests/support/simulation';

describe('tags', () => {
  let simulation: Simulation;
  beforeEach(() => (simulation = new Simulation()));

  it('are added, listed and removed', async () => {
    const { Arn: ResourceArn } = await simulation.createPool({ UserPoolTags: { a: '1' } });
    expect(await simulation.call('TagResource', { ResourceArn, Tags: { b: '2', a: '3' } })).to.deep.equal({});
    expect(await simulation.call('ListTagsForResource', { ResourceArn })).to.deep.equal({ Tags: { a: '3', b: '2' } });
    expect(await simulation.call('UntagResource', { ResourceArn, TagKeys: ['a', 'zz'] })).to.deep.equal({});
    expect(await simulation.call('ListTagsForResource', { ResourceArn })).to.deep.equal({ Tags: { b: '2' } });
  });

  it('are of a resource that is there', async () => {
    const { Arn } = await simulation.createPool();
    for (const ResourceArn of [`${Arn}x`, Arn.replace('123456789012', '210987654321'), Arn.replace('us-e', 'eu-e')])
      expect(await simulation.refusal('ListTagsForResource', { ResourceArn })).to.match(/^ResourceNotFoundException/);
  });

  it('survive a key of any name', async () => {
    const { Arn: ResourceArn } = await simulation.createPool();
    // The SDK cannot send it.
    const context = { region: 'us-east-1', accountId: '123456789012', requestId: 'r' };
    const Tags = JSON.parse('{"__proto__":"x"}') as object;
    await simulation.cognito.call('TagResource', { ResourceArn, Tags }, context);
    const answer = await simulation.cognito.call('ListTagsForResource', { ResourceArn }, context);
    expect(Object.entries(answer.Tags as object)).to.deep.equal([['__proto__', 'x']]);
  });
});
