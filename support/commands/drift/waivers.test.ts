import { expect } from 'chai';
import { sampleLab } from '../../../fixtures/results/sample';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '../../common/problem';
import type { Difference, PoolDrift, Waiver } from './drift-result';
import { summarizeDrift } from './summarize-drift';
import { readWaivers } from './waivers';

const now = '2026-11-23T12:00:00.000Z';
const difference = (path: string, breaks: string[] = []): Difference => ({
  path,
  kind: 'changed',
  expected: 1,
  actual: 2,
  against: 'baseline',
  breaks,
  since: { seen: now },
});
const pool = (...differences: Difference[]): PoolDrift => ({
  status: 'drift',
  userPoolId: 'us-east-1_AbCdEf123',
  differences,
  unread: [],
  checks: {},
  accepted: [],
});
const waiver = (more: Partial<Waiver>): Waiver => ({ reason: 'the new domain', expiry: '2026-11-23', ...more });
const drift = (waivers: Waiver[], ...differences: Difference[]) =>
  summarizeDrift([pool(...differences)], { about: 'pools', waivers, now, lab: sampleLab });

describe('A waiver', () => {
  it('waives its path and all below, and nothing beside', () => {
    const found = drift(
      [waiver({ path: 'UserPool.UserPoolTags' })],
      difference('UserPool.UserPoolTags[team]'),
      difference('UserPool.UserPoolTagsOther'),
    );
    expect(found.pools[0]?.differences.map((each) => each.waiver?.reason)).to.deep.equal(['the new domain', undefined]);
    expect(found.status).to.equal('drift');
    expect(found.waivers.map(({ state }) => state)).to.deep.equal(['used']);
  });

  it('waives what breaks its check; then there is no drift', () => {
    const { status } = drift([waiver({ check: 'mfa-off' })], difference('UserPool.MfaConfiguration', ['mfa-off']));
    expect(status).to.equal('same');
  });

  it('waives to the end of its last day, and not a moment longer', () => {
    const path = 'UserPool.Name';
    expect(drift([waiver({ path, expiry: '2026-11-23' })], difference(path)).status).to.equal('same');
    const late = drift([waiver({ path, expiry: '2026-11-22' })], difference(path));
    expect(late.status).to.equal('drift');
    expect(late.waivers[0]?.state).to.equal('expired');
    const hour = drift([waiver({ path, expiry: '2026-11-23T11:59:59Z' })], difference(path));
    expect(hour.waivers[0]?.state).to.equal('expired');
  });

  it('is told as unused where nothing differs there, and where it is for another pool', () => {
    const path = 'UserPool.Name';
    expect(drift([waiver({ path })]).waivers[0]?.state).to.equal('unused');
    const other = drift([waiver({ path, userPoolId: 'us-east-1_Other0000' })], difference(path));
    expect([other.status, other.waivers[0]?.state]).to.deep.equal(['drift', 'unused']);
  });

  describe('in a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'waivers-'));
    const file = join(folder, 'waivers.json');
    after(() => rmSync(folder, { recursive: true }));
    const read = (value: unknown): string | Waiver[] => {
      writeFileSync(file, JSON.stringify(value));
      try {
        return readWaivers(file);
      } catch (error) {
        if (error instanceof Problem) return error.message;
        throw error;
      }
    };
    const right = { path: 'UserPool.Name', reason: 'renamed', owner: 'Ann', expiry: '2027-01-31' };
    const without = (name: string) => Object.fromEntries(Object.entries(right).filter(([member]) => member !== name));

    it('is read, as a list or under its name', () => {
      expect(read({ waivers: [right] })).to.deep.equal([right]);
      expect(read([right])).to.deep.equal([right]);
    });

    const wrong: Record<string, [unknown, RegExp]> = {
      'without a reason': [without('reason'), /at waivers\.0\.reason: it is missing\.$/],
      'with an empty reason': [{ ...right, reason: ' ' }, /"reason" is empty/],
      'without an expiry': [without('expiry'), /expiry/],
      'with an expiry that is no date': [{ ...right, expiry: 'never' }, /an expiry is a date/],
      'with a day that there is not': [{ ...right, expiry: '2026-02-31' }, /an expiry is a date/],
      'for nothing': [without('path'), /for a "path" or for a "check"/],
      'with a member misspelt, which would waive more than was meant': [
        { ...right, userPoolID: 'us-east-1_AbCdEf123' },
        /at waivers\.0\.userPoolID: nothing of this name is known/,
      ],
      'for two things': [{ ...right, check: 'mfa-off' }, /one of the two/],
    };
    for (const [what, [value, says]] of Object.entries(wrong))
      it(`is refused ${what}`, () => {
        expect(read({ waivers: [value] }))
          .to.be.a('string')
          .that.matches(says);
      });
  });
});
