import {
  AddCustomAttributesCommand,
  DescribeUserPoolCommand,
  TagResourceCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { driftFormats, loadDriftReport } from '../../support/commands/drift/reports';
import { WatchedPool } from './pool';

const options = { colour: false, width: 80, unicode: true, checks: [] };

describe('Drift where names look like syntax', () => {
  let pool: WatchedPool;
  before(async () => {
    pool = await WatchedPool.make();
    await pool.takeBaseline();
    await pool.owner.send(
      new AddCustomAttributesCommand({
        UserPoolId: pool.id,
        CustomAttributes: ['a[b', 'a]b', '["x"]', '.'].map((Name) => ({ Name, AttributeDataType: 'String' })),
      }),
    );
  });
  after(() => pool.remove());

  it('ends, and reports each attribute with the line of what it is in', async () => {
    const drift = await pool.check();
    const [found] = drift.pools;
    expect(found?.differences.map(({ path, kind }) => [path, kind])).to.have.deep.members(
      ['["custom:a[b"]', '["custom:a]b"]', String.raw`["custom:[\"x\"]"]`, '[custom:.]'].map((name) => [
        `UserPool.SchemaAttributes${name}`,
        'added',
      ]),
    );
    expect(new Set(found?.differences.map(({ line }) => line)).size).to.equal(1);
    expect(found?.differences[0]?.line).to.be.a('number');
    for (const format of driftFormats) expect(loadDriftReport(format)(drift, options), format).to.include('custom:a[b');
  });

  it('waives the setting that is named and no other', async () => {
    const { pools, waivers } = await pool.check({
      waivers: [{ path: 'UserPool.SchemaAttributes["custom:a[b"]', reason: 'new', expiry: '2099-01-01' }],
    });
    const waived = pools[0]?.differences.filter(({ waiver }) => waiver).map(({ path }) => path);
    expect(waived).to.deep.equal(['UserPool.SchemaAttributes["custom:a[b"]']);
    expect(waivers.map(({ state }) => state)).to.deep.equal(['used']);
  });

  it('does not take one tag for another that begins like it', async () => {
    const { UserPool } = await pool.owner.send(new DescribeUserPoolCommand({ UserPoolId: pool.id }));
    await pool.owner.send(new TagResourceCommand({ ResourceArn: UserPool?.Arn, Tags: { 'team][x': '1' } }));
    const { pools } = await pool.check({
      waivers: [{ path: 'UserPool.UserPoolTags[team]', reason: 'new', expiry: '2099-01-01' }],
    });
    const tag = pools[0]?.differences.find(({ path }) => path.includes('UserPoolTags'));
    expect([tag?.path, tag?.waiver]).to.deep.equal(['UserPool.UserPoolTags["team][x"]', undefined]);
  });
});
