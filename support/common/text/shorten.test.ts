import { expect } from 'chai';
import { quote, shorten } from './shorten';

describe('Text of others in a message', () => {
  it('is whole where it is short, and says how long it is where it is not', () => {
    expect(shorten('keke', 4)).to.equal('keke');
    expect(shorten('a'.repeat(9_000_000), 3)).to.equal('aaa… (9,000,000 characters)');
    expect(shorten('a👩b', 2)).to.equal('a… (4 characters)');
  });

  const quoted: [value: unknown, shown: string][] = [
    ['keke', '"keke"'],
    ['a\n::b"\u001b[2J\u202e', '"a\\n::b\\"\\u001b[2J\\u202e"'],
    ['x'.repeat(100), `"${'x'.repeat(80)}…" (100 characters)`],
    [['x'.repeat(1e6)], 'a list of 1'],
    [{ a: 'x'.repeat(1e6) }, 'an object'],
    [null, 'null'],
    [undefined, 'undefined'],
    [8, '8'],
  ];
  for (const [value, shown] of quoted)
    it(`is quoted as ${shown.slice(0, 40)}`, () => {
      expect(quote(value)).to.equal(shown);
    });
});
