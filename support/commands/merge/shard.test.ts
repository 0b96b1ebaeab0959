import { expect } from 'chai';
import { InvalidArgumentError } from 'commander';
import { placesOfShard, quotaGroups } from './divide';
import { toShard } from './shard';

describe('--shard', () => {
  it('counts from 1', () => {
    expect(toShard('1/1')).to.deep.equal({ index: 1, count: 1 });
    expect(toShard('10000/10000')).to.deep.equal({ index: 10_000, count: 10_000 });
  });

  it('refuses what is no part, and says what is right', () => {
    for (const text of ['0/3', '4/3', 'a/b', '1/0', '1/1000000', '1/10001', '1', '', '-1/3', '1/3/4', '1.5/3', '1 /3'])
      expect(() => toShard(text, {}), text).to.throw(InvalidArgumentError, 'Write I/N, such as 2/3');
  });

  it('takes the number of an indexed job, which counts from 0', () => {
    expect(toShard('auto/3', { JOB_COMPLETION_INDEX: '0' })).to.deep.equal({ index: 1, count: 3 });
    expect(toShard('auto/3', { AWS_BATCH_JOB_ARRAY_INDEX: '2' })).to.deep.equal({ index: 3, count: 3 });
    const batch = { AWS_BATCH_JOB_ARRAY_INDEX: '4', AWS_BATCH_JOB_ARRAY_SIZE: '5' };
    expect(toShard('auto', batch)).to.deep.equal({ index: 5, count: 5 });
  });

  it('guesses nothing where the job does not say it', () => {
    const refusals: [string, NodeJS.ProcessEnv, string][] = [
      ['auto', { JOB_COMPLETION_INDEX: '0' }, 'Elsewhere write auto/N.'],
      ['auto/3', {}, 'neither is a number'],
      ['auto/3', { JOB_COMPLETION_INDEX: 'x' }, 'neither is a number'],
      ['auto/3', { JOB_COMPLETION_INDEX: '' }, 'neither is a number'],
      ['auto/3', { JOB_COMPLETION_INDEX: '0', AWS_BATCH_JOB_ARRAY_INDEX: '1' }, 'they differ'],
      ['auto/3', { JOB_COMPLETION_INDEX: '3' }, 'The job is number 4, counted from 1, of more than 3'],
      ['auto/0', { JOB_COMPLETION_INDEX: '0' }, 'Write I/N'],
    ];
    for (const [text, env, message] of refusals)
      expect(() => toShard(text, env)).to.throw(InvalidArgumentError, message);
  });
});

describe('The parts of a class', () => {
  const role = (account: number): string => `arn:aws:iam::${String(account).padStart(12, '0')}:role/grade`;
  const partsOf = (items: Parameters<typeof placesOfShard>[1], count: number): number[][] =>
    Array.from({ length: count }, (_, at) => placesOfShard({ index: at + 1, count }, items));

  it('have everybody once, about as many each, and the same wherever a learner stands', () => {
    const items = Array.from({ length: 3_000 }, (_, at) => ({ id: `s${at}` }));
    const parts = partsOf(items, 3);
    expect(parts.flat().sort((a, b) => a - b)).to.deep.equal([...items.keys()]);
    for (const part of parts) expect(part.length).to.be.within(900, 1_100);
    const [first = []] = parts;
    const backwards = [...items].reverse();
    expect(placesOfShard({ index: 1, count: 3 }, backwards).map((at) => backwards[at]?.id)).to.have.members(
      first.map((at) => `s${at}`),
    );
  });

  it('share no quota: pools of one account and region are in one of them', () => {
    const pools = Array.from({ length: 60 }, (_, at) => ({
      pool: `${at % 2 ? 'us-east-1' : 'eu-west-1'}_${at}`,
      role: role(at % 5),
    }));
    const groupOf = quotaGroups(pools);
    const parts = partsOf(
      pools.map((pool) => ({ id: pool.pool, group: groupOf(pool) })),
      4,
    );
    const owners = parts.map((part) => new Set(part.map((at) => `${at % 5} ${at % 2}`)));
    expect(owners.map((own) => own.size)).to.deep.equal([3, 3, 2, 2]);
    expect(new Set(owners.flatMap((own) => [...own])).size).to.equal(10);
  });

  it('count an account as ours that a pool without a role is in', () => {
    const pools = [
      { pool: 'us-east-1_a', account: '000000000007' },
      { pool: 'us-east-1_b', role: role(7) },
      { pool: 'us-east-1_c' },
      { pool: 'us-east-1_d', role: role(8) },
      { pool: 'local_e', region: 'us-east-1', role: role(8) },
    ];
    expect(pools.map(quotaGroups(pools))).to.deep.equal([
      'own us-east-1',
      'own us-east-1',
      'own us-east-1',
      '000000000008 us-east-1',
      '000000000008 us-east-1',
    ]);
  });
});
