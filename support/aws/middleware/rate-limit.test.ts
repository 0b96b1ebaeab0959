import { expect } from 'chai';
import { Quotas } from '../../simulator/server/quotas';
import { RateLimiter } from './rate-limit';

const owner = { account: '123456789012', region: 'us-east-1' };

describe('The rate limiter', () => {
  it('never lets more go than the quotas allow, and not much less', () => {
    let now = 0;
    const limiter = new RateLimiter(() => 0);
    const quotas = new Quotas(() => now);
    const waits = Array.from({ length: 300 }, (_, pool) => limiter.claim(owner, 'DescribeUserPool', `pool-${pool}`));
    for (const wait of waits) {
      now = wait;
      quotas.take('DescribeUserPool', { UserPoolId: 'a' }, { ...owner, accountId: owner.account, requestId: 'r' });
    }
    expect(now).to.be.within(((300 - 15) / 15) * 1000, ((300 - 15) / 15) * 1000 * 1.05);
  });

  it('keeps to the lower limit of one operation on one pool', () => {
    const limiter = new RateLimiter(() => 0);
    const waits = Array.from({ length: 20 }, () => limiter.claim(owner, 'ListUserPoolClients', 'one'));
    expect(Math.max(...waits)).to.be.at.least(3_000);
  });

  it('holds accounts, regions and categories apart', () => {
    const limiter = new RateLimiter(() => 0);
    for (let i = 0; i < 100; i++) limiter.claim(owner, 'DescribeUserPool');
    expect(limiter.claim(owner, 'DescribeUserPool')).to.be.above(1_000);
    expect(limiter.claim(owner, 'ListUsers')).to.equal(0);
    expect(limiter.claim({ ...owner, account: '000000000000' }, 'DescribeUserPool')).to.equal(0);
    expect(limiter.claim({ ...owner, region: 'eu-west-1' }, 'DescribeUserPool')).to.equal(0);
  });

  it('waits after a refusal', () => {
    const limiter = new RateLimiter(() => 0);
    expect(limiter.claim(owner, 'ListUsers')).to.equal(0);
    limiter.refused(owner, 'ListUsers');
    expect(limiter.claim(owner, 'ListUsers')).to.be.at.least(900);
  });

  it('does not hold what no quota is known of', () => {
    expect(new RateLimiter(() => 0).claim(owner, 'SomethingNew')).to.equal(0);
  });
});
