import { expect } from 'chai';
import { Problem } from '../../common/problem';
import { settingNamed, settings } from '../settings';
import { PhraseBook } from './match-phrase';
import { allPhrases, relationsOf, valueThatMeets, wantedOf, type NamedSetting, type Relation } from '.';

const book = new PhraseBook();

describe('The phrases', () => {
  it('are about 45 at most', () => {
    expect(allPhrases.length).to.be.at.most(45);
  });

  for (const phrase of allPhrases)
    for (const example of phrase.examples)
      it(`say "${example.split('\n')[0]}" in one way`, () => {
        const [text = '', ...below] = example.split('\n');
        const match = book.match(text);
        expect(match?.phrase).to.equal(phrase);
        expect(below.length > 0).to.equal(phrase.argument !== undefined);
        if (match) expect(phrase.reads(...match.args)).to.be.an('array');
        const [named, relation, given] = (match?.args ?? []) as [
          NamedSetting | undefined,
          Relation,
          string | undefined,
        ];
        if (typeof named !== 'object') return;
        const rows = below.map((row) => row.slice(2, -2).split(' | '));
        if (relation) wantedOf(named.setting, relation, given ?? rows, text.startsWith('each'));
      });

  it('name every setting, each of its own subject', () => {
    for (const setting of settings) {
      const whose = setting.of === 'user pool' ? '' : ` of the ${setting.of} "x y"`;
      const match = book.match(`the ${setting.name}${whose} should be set`);
      expect(match?.args[0], setting.name).to.deep.equal({ setting, ...(whose && { name: 'x y' }) });
    }
  });

  it('say nothing of what there is not', () => {
    for (const text of [
      'the weather should be "fine"',
      'the description should be set',
      'threat protection should be fine',
    ])
      expect(book.match(text), text).to.equal(undefined);
  });

  it('tell the operations that a step reads', () => {
    expect(book.reads('the groups of the user "keke" should include "admins"')).to.deep.equal([
      'ListUsers',
      'AdminListGroupsForUser',
    ]);
    expect(book.reads('the email provider should be "Send email with Cognito"')).to.deep.equal(['DescribeUserPool']);
    expect(book.reads('the branding version should be "Managed login"')).to.deep.equal([
      'DescribeUserPool',
      'DescribeUserPoolDomain',
    ]);
    expect(book.reads('the weather should be "fine"')).to.deep.equal([]);
  });
});

describe('What a step wants of a setting', () => {
  const setting = (name: string) => settingNamed(name)!;
  const refused: [what: string, () => unknown, message: RegExp, remedy: RegExp][] = [
    [
      'a misspelt value',
      () => wantedOf(setting('threat protection'), 'be', 'Full-functon'),
      /"Full-functon" is not a known mode/,
      /Did you mean "Full-function"\?/,
    ],
    [
      'bounds of a word',
      () => wantedOf(setting('threat protection'), 'be at least', '3'),
      /cannot be compared with "should be at least"/,
      /"should be", "should be exactly", "should not be"|"should be"/,
    ],
    [
      'a length of time without a unit',
      () => wantedOf(setting('access token'), 'be', '15'),
      /"15" is not a length of time/,
      /15 minutes/,
    ],
    [
      'a token of a minute',
      () => wantedOf(setting('access token'), 'be', '1 minute'),
      /not possible/,
      /5 minutes to 1 day/,
    ],
    [
      'another unit',
      () => wantedOf(setting('temporary password validity'), 'be at most', '2 weeks'),
      /not a number of days/,
      /in days/,
    ],
    ['"each" of no list', () => wantedOf(setting('user pool name'), 'contain', 'x', true), /is no list/, /Leave/],
    ['a start of a list', () => wantedOf(setting('callback URLs'), 'start with', 'x'), /is no text/, /each of the/],
    ['a table of one column', () => wantedOf(setting('tags'), 'include', [['a']]), /table of two columns/, /under/],
    ['a table for one value', () => wantedOf(setting('feature plan'), 'be', [['Plus']]), /one value/, /quotation/],
  ];
  for (const [what, want, message, remedy] of refused)
    it(`is refused for ${what}`, () => {
      expect(want).to.throw(Problem, message).with.property('remedy').that.matches(remedy);
    });

  it('can be said in some way of every setting', () => {
    for (const each of settings) {
      expect(relationsOf(each), each.name).to.include('be');
      const { example, kind } = each.values;
      const given =
        kind === 'table' ? Object.entries(example as object) : [example].flat().map((word) => [String(word)]);
      expect(wantedOf(each, 'be', given.length === 1 && kind !== 'table' ? given[0]?.[0] : given), each.name)
        .to.have.property('value')
        .that.is.not.equal(undefined);
    }
  });

  it('comes to a value that meets it and keeps the rest', () => {
    const meets = (name: string, relation: Relation, value: unknown, actual: unknown): unknown =>
      valueThatMeets(setting(name), { relation, value }, actual);
    expect(meets('callback URLs', 'include', ['b'], ['a'])).to.deep.equal(['a', 'b']);
    expect(meets('callback URLs', 'not include', ['b'], ['a', 'b'])).to.deep.equal(['a']);
    expect(meets('tags', 'include', { a: '1' }, { b: '2' })).to.deep.equal({ b: '2', a: '1' });
    expect(meets('access token', 'be at most', 900, 3600)).to.equal(900);
    expect(meets('deletion protection', 'not be', 'INACTIVE', 'INACTIVE')).to.equal('ACTIVE');
    expect(meets('custom domain', 'not be set', undefined, 'x')).to.equal('');
    expect(meets('feature plan', 'not be', 'LITE', 'LITE')).to.equal(undefined);
  });
});
