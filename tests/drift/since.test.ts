import { expect } from 'chai';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Difference, Drift } from '../../support/commands/drift/drift-result';
import { readPrevious } from '../../support/commands/drift/first-seen';
import { Problem } from '../../support/common/problem';
import { updatePool } from './changes';
import { WatchedPool } from './pool';

const day = (number: number): string => `2026-11-${number}T06:00:00.000Z`;

describe('Since when', () => {
  let pool: WatchedPool;
  beforeEach(async () => {
    pool = await WatchedPool.make();
    await pool.takeBaseline();
  });
  afterEach(() => pool.remove());

  const change = (settings: Parameters<typeof updatePool>[1]): Promise<void> =>
    updatePool({ owner: pool.owner, UserPoolId: pool.id, ClientId: pool.clientId }, settings);
  const sinceIn = ({ pools }: Drift): Record<string, Difference['since']> =>
    Object.fromEntries(
      (pools[0]?.differences ?? []).map(({ path, since }): [string, Difference['since']] => [
        path.split('.').at(-1) ?? path,
        since,
      ]),
    );

  it('is after the baseline where nobody looked in between', async () => {
    await change({ DeletionProtection: 'ACTIVE' });
    expect(sinceIn(await pool.check({ now: day(23) }))).to.deep.equal({
      DeletionProtection: { after: day(22), seen: day(23) },
    });
  });

  it('is kept from report to report, and is after the last report for what is new', async () => {
    await change({ DeletionProtection: 'ACTIVE' });
    const first = await pool.check({ now: day(23) });
    await change({ DeletionProtection: 'ACTIVE', PoolName: 'other' });
    const second = await pool.check({ now: day(24), previous: first });
    expect(sinceIn(second)).to.deep.equal({
      DeletionProtection: { after: day(22), seen: day(23) },
      Name: { after: day(23), seen: day(24) },
    });
  });

  it('begins anew where the setting changed again', async () => {
    await change({ PoolName: 'other' });
    const first = await pool.check({ now: day(23) });
    await change({ PoolName: 'third' });
    expect(sinceIn(await pool.check({ now: day(24), previous: first }))).to.deep.equal({
      Name: { after: day(23), seen: day(24) },
    });
  });

  it('is not after a report that could not look there', async () => {
    const first = await pool.check({ now: day(23) });
    const [blind] = first.pools;
    if (blind) blind.unread = [{ parts: ['UserPool'], reason: 'No permission.' }];
    await change({ PoolName: 'other' });
    expect(sinceIn(await pool.check({ now: day(24), previous: first }))).to.deep.equal({
      Name: { after: day(22), seen: day(24) },
    });
  });

  it('claims no date of a report that compared nothing, or with something else', async () => {
    const whole = await pool.check({ now: day(23) });
    await change({ PoolName: 'other', AutoVerifiedAttributes: undefined });
    const [first] = whole.pools;
    const { baseline: _, ...rest } = first ?? {};
    const reports: Record<string, Partial<Drift['pools'][number]>[]> = {
      'no baseline': [rest],
      'another baseline': [{ ...rest, baseline: { file: 'other.json', takenAt: day(20) } }],
      'nothing at all': [{ ...first, checks: {}, unread: [{ parts: ['UserPool'], reason: 'throttled' }] }],
      'no pool': [],
    };
    for (const [what, pools] of Object.entries(reports)) {
      const previous = { ...whole, pools: pools as Drift['pools'] };
      expect(sinceIn(await pool.check({ now: day(24), previous })), what).to.deep.include({
        Name: { after: day(22), seen: day(24) },
      });
    }
  });

  it('claims no date for a check of the lab that the report did not complete', async () => {
    const first = await pool.check({ now: day(23), baseline: undefined });
    await change({ AutoVerifiedAttributes: undefined });
    const dates = async (): Promise<unknown> =>
      sinceIn(await pool.check({ now: day(24), previous: first, baseline: undefined })).AutoVerifiedAttributes;
    expect(await dates()).to.deep.equal({ after: day(23), seen: day(24) });
    for (const status of ['error', 'skipped', 'blocked'] as const) {
      Object.assign(first.pools[0]?.checks ?? {}, { 'email-verified-at-sign-up': status });
      expect(await dates(), status).to.deep.equal({ seen: day(24) });
    }
  });

  it('is read from a report, which may not be there yet and must be one', async () => {
    const file = join(pool.folder, 'last.json');
    expect(existsSync(file)).to.be.false;
    expect(readPrevious(file)).to.be.undefined;
    const drift = await pool.check();
    writeFileSync(file, JSON.stringify(drift));
    expect(readPrevious(file)).to.deep.equal(drift);
    writeFileSync(file, '{"schema": "cognito-lab/result/v1"}');
    expect(() => readPrevious(file)).to.throw(Problem, /is not the JSON report of a run of drift: at schema/);
    for (const text of ['# Drift', '', '[]', `{"schema": "${'x'.repeat(100_000)}"}`]) {
      writeFileSync(file, text);
      expect(() => readPrevious(file))
        .to.throw(Problem, /last\.json is (empty|not JSON|not the JSON report of a run of drift: )/)
        .with.property('message')
        .with.length.below(500);
    }
  });
});
