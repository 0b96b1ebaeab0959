import { expect } from 'chai';
import { model } from './model';
import { fullMatch } from './pattern';

describe('fullMatch', () => {
  const cases: [pattern: string, yes: string[], no: string[]][] = [
    [String.raw`[\w-]+_[0-9a-zA-Z]+`, ['us-east-1_Abc123456'], ['us-east-1', 'us-east-1_', 'x us-east-1_A', 'ü_1']],
    [String.raw`[\w\s+=,.@-]+`, ['My pool\t1'], ['a!b', '', 'a\u00a0b', 'pööl']],
    [String.raw`[\S]+`, ['a\u00a0b', 'ß'], ['a b', 'a\n', '']],
    [String.raw`[\p{L}\p{M}\p{S}\p{N}\p{P}]+`, ['anna@example.com', '😀', '名前'], ['a b', '\u0000']],
    [String.raw`.*\{####\}.*`, ['Code: {####}!', '{####}{####}'], ['{###}', 'a\n{####}', '']],
    [
      String.raw`[\p{L}\p{P}\s*]*\{##[\p{L}\p{P}\s*]*##\}[\p{L}\p{P}\s*]*`,
      ['Click {##here##}', '{####}'],
      ['{###}', 'Click ##}{##', '{##a##}\u0000'],
    ],
    [String.raw`(?s).*`, ['', 'a\nb'], []],
    [String.raw`^[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?$`, ['a', 'my-lab'], ['-a', 'a-', 'A', 'a\n', 'a'.repeat(64)]],
    [String.raw`^[0-9A-Za-z\.\-_]*(?<!\.)$`, ['', 'bucket'], ['bucket.']],
  ];
  for (const [pattern, yes, no] of cases)
    it(`reads ${pattern}`, () => {
      const matches = fullMatch(pattern);
      expect(yes.filter((text) => !matches(text))).to.deep.equal([]);
      expect(no.filter((text) => matches(text))).to.deep.equal([]);
    });

  it('reads every pattern of the model, and no text makes one of them hang', () => {
    const patterns = Object.values(model().shapes).flatMap(({ pattern }) => pattern ?? []);
    expect(patterns).to.have.length.above(50);
    const pieces = ['{####}', '{##', '##}', '_', 'a', ':', 'arn:a:b:', '-', '1', ' a', '/', '@', '.'];
    const long = pieces.map((piece) => piece.repeat(20_000 / piece.length));
    const start = process.cpuUsage();
    for (const pattern of new Set(patterns)) {
      const matches = fullMatch(pattern);
      for (const text of long) matches(`${text}\u0000`);
    }
    expect(process.cpuUsage(start).user / 1000).to.be.below(2000);
  });
});
