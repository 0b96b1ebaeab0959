import { expect } from 'chai';
import fc from 'fast-check';
import { inertJson, oneLine, plainText, visibleJson, webAddress } from './plain-text';

describe('Plain text', () => {
  const cases: [what: string, text: string, plain: string][] = [
    ['leaves prose alone', 'Tick "Email".\nThen go on.', 'Tick "Email".\nThen go on.'],
    ['drops colours', '\u001b[31mred\u001b[0m', 'red'],
    ['drops a title and a link of a terminal', '\u001b]0;t\u0007a \u001b]8;;https://e.example\u0007b', 'a b'],
    ['drops escapes of one byte', 'a\u009b2Jb', 'ab'],
    ['drops marks that turn the direction round', 'user\u202egnp.exe\u2066\u200f', 'usergnp.exe'],
    ['drops what has no width', 'keke\u200bclient\u00ad\ufeff', 'kekeclient'],
    ['keeps every kind of line end as one', 'a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
    ['makes a tab a space', 'a\tb', 'a b'],
    ['keeps emoji whole', '👩‍👩‍👧 🎌', '👩‍👩‍👧 🎌'],
    ['keeps scripts that are written from the right', 'עברית العربية', 'עברית العربية'],
    ['marks half a character', 'a\ud800b', 'a\ufffdb'],
    ['drops what XML has no place for', 'a\u0000\u000b\ufffe\uffffb', 'a\nb'],
  ];
  for (const [what, text, plain] of cases)
    it(what, () => {
      expect(plainText(text)).to.equal(plain);
    });

  it('is on one line where one line is wanted', () => {
    expect(oneLine(' a \r\n\n  b\u2028c ')).to.equal('a b c');
  });

  it('has no character that acts, whatever went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(plainText(text)).not.to.match(/(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
    );
  });
});

describe('JSON to look at', () => {
  it('means the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const json = JSON.stringify(text);
        expect(JSON.parse(inertJson(json))).to.equal(text);
        expect(JSON.parse(visibleJson(json))).to.equal(text);
      }),
    );
  });

  it('shows what has no shape, or the shape of a space', () => {
    expect(visibleJson('"a\u200b b\u00a0c\u202ed"')).to.equal('"a\\u200b b\\u00a0c\\u202ed"');
  });

  it('shows a joiner between letters, and not within an emoji', () => {
    expect(visibleJson('"a\u200db 👩‍👩‍👧 ☠️"')).to.equal('"a\\u200db 👩‍👩‍👧 ☠️"');
  });

  it('is inert on a terminal', () => {
    expect(inertJson('"\u009b\u007f\u202e"')).to.equal('"\\u009b\\u007f\\u202e"');
  });
});

describe('A web address', () => {
  it('is one that a browser goes to', () => {
    expect(webAddress('https://docs.example/a b"<')).to.equal('https://docs.example/a%20b%22%3C');
  });
  for (const text of ['javascript:alert(1)', 'data:text/html,x', 'docs', '', ' java\nscript:alert(1)'])
    it(`is not ${JSON.stringify(text)}`, () => {
      expect(webAddress(text)).to.be.undefined;
    });
});
