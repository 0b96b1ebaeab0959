import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'chai';
import { Page, root } from './page';
import { pages } from './shell-blocks';

const glossary = new Page('docs/glossary.md');
const terms = [...glossary.text.matchAll(/^\| ([^|]+?) +\|/gm)]
  .map(([, term = '']) => term)
  .filter((term) => term !== 'term' && !/^-+$/.test(term));

const folders = ['support', 'steps', 'features', 'scripts', 'tests', 'fixtures'];

const paths = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
);

const texts = [
  ...paths.filter((path) => /\.(?:ts|feature)$/.test(path)),
  ...pages.filter((path) => path !== 'docs/glossary.md'),
].map((path) => readFileSync(join(root, path), 'utf8').toLowerCase());

/** Words that the first version had for its own ideas; each has a plain one now. */
const formerWords =
  /^(?:pen|story|tell|tell-story|leave|cast|stage|patiently|tidy|conceal|look|look-at-.+|picture|take-picture|gate|secure-password|nobodys-files|never-twice)$/;

describe('docs/glossary.md', () => {
  it('has each term once', () => {
    expect(terms).to.have.length.greaterThan(60);
    expect(terms.filter((term, index) => terms.indexOf(term) !== index)).to.deep.equal([]);
  });

  it('has no term that is used nowhere', () => {
    const unused = terms.filter((term) => !texts.some((text) => text.includes(term.toLowerCase())));
    expect(unused).to.deep.equal([]);
  });

  it('replaces the former words: no file under support/ or steps/ has one as its name', () => {
    const named = paths.filter(
      (path) => /^(?:support|steps)/.test(path) && formerWords.test(basename(path).replace(/(?:\.test)?\.\w+$/, '')),
    );
    expect(named).to.deep.equal([]);
  });
});

describe('README.md', () => {
  it('is short: 150 lines at most', () => {
    expect(new Page('README.md').text.split('\n')).to.have.length.at.most(151);
  });
});
