import { expect } from 'chai';
import fc from 'fast-check';
import { isWithin, parsePath, pathText } from './setting-path';

const tags = (...names: string[]): string => pathText(['UserPool', 'UserPoolTags', ...names]);

describe('The path of a setting', () => {
  it('is readable for ordinary names', () => {
    expect(pathText(['UserPool', 'SchemaAttributes', 'custom:team', 'Mutable'])).to.equal(
      'UserPool.SchemaAttributes[custom:team].Mutable',
    );
    expect(pathText(['UserPool', 'Policies', 'PasswordPolicy'])).to.equal('UserPool.Policies.PasswordPolicy');
  });

  it('is read back as it was written, whatever somebody called a tag', () => {
    const name = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a[b', 'a]', ']["', '\\', 'a.b', '"', 'a][b'));
    fc.assert(
      fc.property(name, name, (one, two) => {
        expect(parsePath(tags(one, two))).to.deep.equal(['UserPool', 'UserPoolTags', one, two]);
      }),
    );
  });

  it('ends also for a text that is no path', () => {
    for (const text of ['', '[', 'a[b', '..', 'a["b', 'a[b]c', '["\\x"]', '"'.repeat(100_000), '['.repeat(100_000)])
      expect(parsePath(text)).to.be.an('array');
    expect(parsePath('a[b')).to.deep.equal(['a', '[b']);
  });

  it('is within what it is below, and names of others are no patterns', () => {
    expect(isWithin('UserPool.Policies.PasswordPolicy', 'UserPool.Policies')).to.be.true;
    expect(isWithin('UserPool.PoliciesOther', 'UserPool.Policies')).to.be.false;
    expect(isWithin(tags('team'), tags('team'))).to.be.true;
    // As text, the one begins with the other.
    expect(isWithin(tags('team][x'), tags('team'))).to.be.false;
    expect(isWithin(tags('team].x'), tags('team'))).to.be.false;
    expect(isWithin(tags('a.b'), tags('a'))).to.be.false;
  });
});
