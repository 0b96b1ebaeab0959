import { expect } from 'chai';
import fc from 'fast-check';
import { differences } from './differences';
import { show, valueLines } from './value';

describe('A value', () => {
  it('stands on one line where it fits', () => {
    expect(valueLines(['email', 'phone_number'], 40)).to.deep.equal(['["email", "phone_number"]']);
  });

  it('takes a line a member where it does not', () => {
    expect(valueLines({ a: 1, list: ['x', 'y'] }, 10)).to.deep.equal([
      '{',
      '  "a": 1,',
      '  "list": [',
      '    "x",',
      '    "y"',
      '  ]',
      '}',
    ]);
  });

  it('is not set where there is none', () => {
    expect(valueLines(null, 40)).to.deep.equal(['(not set)']);
    expect(valueLines(undefined, 40)).to.deep.equal(['(not set)']);
  });

  it('is never cut', () => {
    const value = fc.jsonValue({ maxDepth: 3 }).filter((json) => json !== null);
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 100 }), (json, width) => {
        const again = JSON.parse(JSON.stringify(json)) as unknown;
        expect(JSON.parse(valueLines(json, width).join('\n'))).to.deep.equal(again);
        expect(JSON.parse(show(json))).to.deep.equal(again);
      }),
    );
  });
});

describe('Differences', () => {
  const cases: [what: string, expected: unknown, actual: unknown, differences: string[]][] = [
    ['one value in place of another need no words', 'OFF', 'ON', []],
    ['two lists of one', ['email'], ['phone_number'], []],
    ['a member too many', ['email'], ['email', 'phone_number'], ['unexpected: "phone_number"']],
    ['members that are missing', ['a', 'b', 'c'], ['b'], ['missing: "a", "c"']],
    ['an order', ['a', 'b'], ['b', 'a'], ['note: the same members, in another order or number']],
    [
      'members of an object, whatever their order',
      { min: 8, numbers: true, days: 7, deep: { a: 1 } },
      { days: 7, min: 6, history: 4, deep: { a: 2 } },
      [
        'differs: min: 8 expected, 6 found',
        'missing: numbers: true',
        'differs: deep.a: 1 expected, 2 found',
        'unexpected: history: 4',
      ],
    ],
    ['capitals', 'kekeclient', 'kekeClient', ['note: differs only in capital and small letters']],
    ['spaces', 'kekeclient', 'kekeclient ', ['note: differs only in the spaces around it']],
    ['letters of another script', 'keke', 'kek\u0435', ['note: has other letters than it seems: "\u0435" is U+0435']],
    [
      'a near miss among many',
      'kekeclient',
      ['my-app', 'KekeClient', 7],
      ['note: "KekeClient" differs only in capital and small letters'],
    ],
    ['a name of an object that is no member', { ['__proto__']: 1 }, {}, ['missing: __proto__: 1']],
    ['equal values', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, []],
  ];
  for (const [what, expected, actual, wanted] of cases)
    it(`tell ${what}`, () => {
      expect(differences(expected, actual).map(({ kind, text }) => `${kind}: ${text}`)).to.deep.equal(wanted);
    });

  it('are found in any two values without a fault', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (expected, actual) => {
        expect(differences(expected, actual)).to.be.an('array');
      }),
    );
  });
});
