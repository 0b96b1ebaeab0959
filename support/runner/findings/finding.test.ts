import { AssertionError, expect } from 'chai';
import fc from 'fast-check';
import {
  anyValue,
  asText,
  atLeast,
  atMost,
  equalTo,
  exactly,
  including,
  not,
  noValue,
  type Comparison,
} from './comparisons';
import { compare } from './finding';

const claim = (actual: unknown, should: Comparison, shown?: unknown) =>
  compare({ setting: 'Name', source: 'DescribeUserPool', actual, should, ...(shown !== undefined && { shown }) });
const holds = (actual: unknown, should: Comparison): boolean => claim(actual, should).finding.holds;

describe('A finding', () => {
  const cases: [Comparison, expected: unknown, right: unknown[], wrong: unknown[]][] = [
    [equalTo('OFF'), 'OFF', ['OFF'], ['ON', 'off', undefined, null, ['OFF']]],
    [equalTo(8), 8, [8], [9, '8']],
    [equalTo(false), false, [false], [true, 'false', 0]],
    [exactly(['a', 'b']), ['a', 'b'], [['b', 'a']], [['a'], ['a', 'b', 'c'], ['a', 'a'], []]],
    [exactly([]), [], [[]], [['a']]],
    [including('a'), 'a', [['a'], ['b', 'a']], [[], ['b'], ['A']]],
    [atLeast(8), 'at least 8', [8, 99], [7]],
    [atMost(7), 'at most 7', [7, 0], [8]],
    [anyValue('a user pool'), 'a user pool', ['x', 0, false], [undefined, null, '']],
    [noValue(), 'none', [undefined, null, ''], ['x']],
    [not(equalTo('OFF')), 'not OFF', ['ON'], ['OFF']],
    [not(including('a')), 'not a', [['b'], []], [['a']]],
    [not(exactly(['a'])), 'not ["a"]', [['a', 'b'], []], [['a']]],
    [not(atLeast(8)), 'not at least 8', [7], [8]],
  ];
  for (const [should, expected, right, wrong] of cases)
    it(`says that it expects ${asText(expected)}, and compares with that`, () => {
      for (const actual of right) {
        const { finding, failure } = claim(actual, should);
        expect(finding).to.deep.include({ setting: 'Name', source: 'DescribeUserPool', expected, holds: true });
        expect(failure).to.be.undefined;
      }
      for (const actual of wrong) {
        const { finding, failure } = claim(actual, should);
        expect(finding, asText(actual)).to.deep.include({ expected, holds: false });
        expect(failure).to.be.instanceOf(AssertionError);
        expect(failure?.message).to.match(/^Name: expected /);
      }
    });

  it('expects the very value that chai compared, whichever it is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 99 }), fc.string({ maxLength: 99 }), (value, other) => {
        const { finding, failure } = claim(other, equalTo(value));
        expect(finding.expected).to.equal(value);
        expect(finding.holds).to.equal(value === other);
        if (failure) expect((failure as Error & { expected: unknown }).expected).to.equal(value);
        expect(claim([other, value], including(value)).finding).to.deep.include({ expected: value, holds: true });
      }),
    );
  });

  it('comes to nothing where the types cannot be compared', () => {
    for (const should of [exactly(['a']), including('a'), not(including('a'))])
      expect(() => claim('a', should)).to.throw(TypeError, 'Name is of a type that cannot be compared.');
    expect(() => claim('8', atLeast(8))).to.throw(TypeError);
  });

  it('shows what was read in another form, and compares what was read', () => {
    expect(claim('jane@example.com', anyValue('an address'), 'j***@e***').finding).to.include({
      actual: 'j***@e***',
      holds: true,
    });
  });

  it('says that there is none where a value is absent', () => {
    expect(claim(undefined, noValue()).finding.actual).to.equal('none');
  });

  it('never looks as if it held where it does not', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, other) => {
        const { finding } = claim(other, equalTo(value));
        if (!finding.holds) expect(asText(finding.actual)).not.to.equal(asText(finding.expected));
      }),
    );
    const found = (actual: unknown, should: Comparison): unknown => claim(actual, should).finding.actual;
    expect(found('keke ', equalTo('keke'))).to.equal('"keke "');
    expect(found('keke\u200b', equalTo('keke'))).to.equal('"keke\\u200b"');
    expect(found(['keke\u00a0', 'other'], including('keke'))).to.deep.equal(['"keke\\u00a0"', 'other']);
    expect(found('8', equalTo(8))).to.equal('8 (the difference is in the type or past the cut)');
    const [one, other] = [`${'a'.repeat(9_000)}b`, `${'a'.repeat(9_000)}c`];
    expect(found(other, equalTo(one))).to.match(/\(9,001 characters\) \(the difference is/);
  });

  it('is of a few KB whatever was read', () => {
    const long = '\u{1f600}'.repeat(5_000_000);
    const deep = JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) as unknown;
    const wide = Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`m${n}`, long]));
    for (const huge of [long, Array.from({ length: 100_000 }, () => long), wide, [[wide], [wide]], deep])
      for (const should of [equalTo('a'), anyValue('a value'), equalTo(huge)])
        expect(JSON.stringify(claim(huge, should).finding).length).to.be.below(64_000);
    expect(claim(long, equalTo('a')).finding.actual).to.match(/^(\u{1f600}){1024}… \(10,000,000 characters\)$/u);
    const list = claim(Array.from({ length: 1_000 }, String), including('x')).finding.actual as string[];
    expect(list).to.have.lengthOf(101);
    expect(list.at(-1)).to.equal('… (1000 entries)');
  });

  it('is of the whole value where that is of ordinary size', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        expect(claim(value, equalTo(value)).finding).to.deep.include({ actual: value, expected: value, holds: true });
      }),
    );
    expect(holds(['a'], exactly(['a']))).to.be.true;
  });
});
