import { expect } from 'chai';
import fc from 'fast-check';
import { CouldNotLook } from '../could-not-look';
import { parseJson } from './parse-json';

const faultOf = (text: string): string => {
  try {
    parseJson(text, 'x.json');
  } catch (error) {
    expect(error).to.be.instanceOf(CouldNotLook);
    return (error as Error).message;
  }
  throw new Error('It is JSON.');
};

describe('JSON of others', () => {
  const notJson: [text: string, fault: string][] = [
    ['{"Password": "marked-secret', 'it ends too early'],
    ['{"a": 1,\n', 'it ends too early'],
    ['{"a"', 'it ends too early'],
    ['marked-secret', 'it is not well formed in line 1, column 1'],
    ['{\n"Password": marked-secret}', 'it is not well formed in line 2, column 13'],
    ['{\r\n"a": 1,\r\n"Password": "marked-secret" "b": 1\r\n}', 'it is not well formed in line 3, column 29'],
    [`[\n${'1,\n'.repeat(40)}marked-secret, 2]`, 'it is not well formed in line 42, column 1'],
    ['[1,]', 'it is not well formed in line 1, column 4'],
    ['{"a": 1} // b', 'it is not well formed in line 1, column 10'],
    ['{"a": NaN}', 'it is not well formed in line 1, column 7'],
  ];
  for (const [text, fault] of notJson)
    it(`is refused, ${fault}: ${JSON.stringify(text).slice(0, 50)}`, () => {
      expect(faultOf(text)).to.equal(`x.json is not JSON: ${fault}.`);
    });

  const refused: [what: string, text: string, says: string][] = [
    ['is empty', ' \n', 'x.json is empty.'],
    ['names a member twice', '{"Users": [],\n "\\u0055sers": []}', 'names a member twice (line 2, column 2)'],
    ['names __proto__', '{"a": [{"\\u005f_proto__": 1}]}', 'a member named __proto__ (line 1, column 9)'],
    ['is deep in lists', '['.repeat(1_000_000), 'nested more than 64 levels deep'],
    ['is deep in objects', '{"a":'.repeat(400_000), 'nested more than 64 levels deep'],
    ['holds masses of empty objects', `[${'{},'.repeat(600_000)}0]`, 'holds more values than any answer'],
    ['holds masses of numbers', `[${'1,'.repeat(600_000)}0]`, 'holds more values than any answer'],
  ];
  for (const [what, text, says] of refused)
    it(`is refused where it ${what}`, () => {
      expect(faultOf(text)).to.include(says);
    });

  it('is understood as JSON.parse understands it, or refused where that refuses it', () => {
    const character = fc.constantFrom(...'{}[]:,"\\u0041-+.eE \n\ttrufalsn01/*\u0001\u00a0\ufeff');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: character, maxLength: 30 }), fc.json()), (text) => {
        let expected: unknown;
        try {
          expected = JSON.parse(text);
        } catch {
          expect(() => parseJson(text, 'x.json')).to.throw(CouldNotLook);
          return;
        }
        try {
          expect(parseJson(text, 'x.json')).to.deep.equal(expected);
        } catch (error) {
          // Stricter than JSON.parse in these alone.
          expect((error as Error).message).to.match(/names a member twice|__proto__/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is never quoted', () => {
    for (let cut = 0; cut < 30; cut++) {
      const blanks = ' '.repeat(cut);
      expect(faultOf(`${blanks}{"ClientSecret": marked-secret}${blanks}`)).not.to.match(/mark|secret/i);
    }
  });

  const large: [what: string, text: string][] = [
    ['blanks', `{"a": 1${' '.repeat(2_000_000)}}`],
    ['one text', JSON.stringify('a'.repeat(2_000_000))],
    ['escapes', JSON.stringify('"'.repeat(1_000_000))],
    ['errors', `[${'x,'.repeat(1_000_000)}`],
    ['minus signs', '-'.repeat(2_000_000)],
    ['quotation marks', '"'.repeat(2_000_000)],
    ['members', `{${Array.from({ length: 150_000 }, (_, i) => `"member${i}":1`).join()}}`],
  ];
  for (const [what, text] of large)
    it(`costs no more than its size: 2 MB of ${what}`, () => {
      const before = process.cpuUsage();
      try {
        parseJson(text, 'x.json');
      } catch (error) {
        expect((error as Error).message.length).to.be.below(200);
      }
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1e6).to.be.below(3);
    });
});
