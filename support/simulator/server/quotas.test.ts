import { expect } from 'chai';
import { operations } from '../cognito/operations';
import { quotaCategories } from '../../common/quota-categories';
import { Quotas } from './quotas';

const here = { region: 'us-east-1', accountId: '123456789012', requestId: 'r' };

/** How many of a hundred calls in the same moment pass. */
function passed(quotas: Quotas, operation: string, input: object = {}, call = here): number {
  const tries = Array.from({ length: 500 }, () => {
    try {
      quotas.take(operation, input as Record<string, unknown>, call);
      return true;
    } catch (error) {
      expect(error).to.include({ code: 'TooManyRequestsException', message: 'Rate exceeded', status: 400 });
      return false;
    }
  });
  return tries.filter(Boolean).length;
}

describe('request rate quotas', () => {
  const listed = Object.values(quotaCategories).flatMap(({ operations: names }) => names as readonly string[]);

  it('have a category for every simulated operation', () => {
    expect(Object.keys(operations).filter((name) => !listed.includes(name))).to.deep.equal([]);
  });

  it('have one category for each', () => {
    expect(listed).to.have.lengthOf(new Set(listed).size);
  });

  it('let a second’s worth through, then none', () => {
    const quotas = new Quotas(() => 0);
    expect(passed(quotas, 'ListUserPools')).to.equal(15);
    expect(passed(quotas, 'ListUserPools')).to.equal(0);
  });

  it('count a category’s operations together', () => {
    const quotas = new Quotas(() => 0);
    passed(quotas, 'ListUserPools');
    expect(passed(quotas, 'DescribeUserPool')).to.equal(0);
    expect(passed(quotas, 'CreateUserPool')).to.equal(15);
  });

  it('fill again as time goes by, and no further', () => {
    let now = 0;
    const quotas = new Quotas(() => now);
    passed(quotas, 'ListUsers');
    now = 500;
    expect(passed(quotas, 'ListUsers')).to.equal(15);
    now = 60_000;
    expect(passed(quotas, 'ListUsers')).to.equal(30);
  });

  it('are an account’s own, in each region', () => {
    const quotas = new Quotas(() => 0);
    passed(quotas, 'ListUserPools');
    expect(passed(quotas, 'ListUserPools', {}, { ...here, region: 'eu-west-1' })).to.equal(15);
    expect(passed(quotas, 'ListUserPools', {}, { ...here, accountId: '000000000000' })).to.equal(15);
  });

  it('let answers to challenges through three times as often as sign-ins', () => {
    const quotas = new Quotas(() => 0);
    expect(passed(quotas, 'InitiateAuth')).to.equal(120);
    expect(passed(quotas, 'RespondToAuthChallenge')).to.equal(360);
  });

  it('let one operation on one pool’s resources through five times, and count no more than pass', () => {
    const quotas = new Quotas(() => 0);
    expect(passed(quotas, 'ListUserPoolClients', { UserPoolId: 'a' })).to.equal(5);
    expect(passed(quotas, 'ListUserPoolClients', { UserPoolId: 'b' })).to.equal(5);
    expect(passed(quotas, 'DescribeUserPoolClient', { UserPoolId: 'a' })).to.equal(5);
    expect(passed(quotas, 'DescribeUserPoolClient', { UserPoolId: 'c' })).to.equal(0);
  });

  it('do not grow with every pool that is named', () => {
    let now = 0;
    const quotas = new Quotas(() => now);
    for (let pool = 0; pool < 30_000; pool += 1) {
      now += 1000;
      quotas.take('ListUserPoolClients', { UserPoolId: String(pool) }, here);
    }
    expect(quotas.size).to.be.at.most(10_001);
  });
});
