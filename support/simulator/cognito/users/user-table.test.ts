import { expect } from 'chai';
import { Practice } from '../../../../tests/support/practice';

describe('The table of users', () => {
  it('costs a page of ListUsers no more in a large pool than in a small one', async () => {
    const practice = new Practice();
    const { UserPoolId } = await practice.pool();
    await practice.user(UserPoolId, 'ann');
    let reads = 0;
    const pool = practice.record(UserPoolId);
    for (let count = 0; count < 10_000; count += 1) {
      const name = `user-${String(count)}`;
      const user = { ...[...pool.users.values()][0]!, sub: name, username: name, attributes: {} };
      pool.users.set(name, Object.defineProperty(user, 'username', { get: () => ((reads += 1), name) }));
    }
    const seen = new Set<string | undefined>();
    let PaginationToken: string | undefined;
    do {
      const answer = await practice.call('ListUsers', { UserPoolId, Limit: 60, PaginationToken });
      for (const { Username } of answer.Users ?? []) seen.add(Username);
      ({ PaginationToken } = answer);
    } while (PaginationToken);
    expect(seen.size).to.equal(10_001);
    expect(reads).to.be.at.most(20_000);
  });
});
