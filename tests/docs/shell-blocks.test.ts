import { expect } from 'chai';
import { hasShellForm, isShellInstalled, shells, type Shell } from './pasted-page';
import { blocksOf, pages, type Block } from './shell-blocks';

/** What a block that is not run needs: each such block has to name one of these. */
const reasons = [
  'installs from the network',
  'runs until Ctrl-C',
  "its folders are those of Exercism's test runner",
  'runs the tests',
];

const blocks = pages.flatMap((path) => blocksOf(path).map((block) => ({ path, ...block })));
const inShell = blocks.filter(({ language }) => language === 'sh');

describe('The shell blocks of the documentation', () => {
  it('are found', () => expect(inShell).to.have.length.greaterThan(10));

  it('are marked sh where a person pastes them', () => {
    const others = blocks.filter(({ language }) =>
      ['bash', 'zsh', 'shell', 'console', 'shell-session', ''].includes(language),
    );
    expect(others.map(({ path, text }) => `${path}: ${text}`)).to.deep.equal([]);
  });

  it('have no comments, which an interactive zsh takes for arguments', () => {
    for (const { path, text } of inShell) expect(text, path).not.to.match(/(^|\s)#/);
  });

  it('are run (tests/emulators/documentation.test.ts), unless one of few reasons is given beside them', () => {
    for (const { path, formOnly } of blocks) if (formOnly) expect(reasons, path).to.include(formOnly);
  });

  for (const shell of Object.keys(shells) as Shell[])
    it(`are commands as ${shell} reads them`, function () {
      if (!isShellInstalled(shell)) {
        console.log(`    ${shell} is not installed here: its reading of the blocks is skipped.`);
        this.skip();
      }
      for (const { path, text } of inShell) expect(hasShellForm(shell, text), `${path}: ${text}`).to.be.true;
    });
});

describe('The PowerShell blocks of the documentation', () => {
  // PowerShell cannot be installed everywhere that the tests run: its blocks are held to those of the other shells.
  const inPowerShell = blocks.filter(({ language }) => language === 'powershell');

  /** The calls of a block, without what the two kinds of shell write differently. */
  const calls = ({ text }: Pick<Block, 'text'>): string[] =>
    text
      .replaceAll(/[\\`]\n\s*/g, '')
      .split('\n')
      .flatMap((line) => /\b(?:aws|node) .*$/.exec(line)?.[0].replace(/\)$/, '') ?? []);

  /** The variables that a block sets. */
  const variables = ({ text }: Pick<Block, 'text'>): string[] =>
    [...text.matchAll(/(?<=^|\s)(?:\$env:|\$)?([A-Z_]+) ?= ?"?([^\s"]*)/g)].map(([, name]) => name ?? '').sort();

  it('are found', () => expect(inPowerShell).not.to.be.empty);

  it('make the same calls, and set the same variables, as the block of the other shells before them', () => {
    for (const block of inPowerShell) {
      const before = inShell.slice(
        0,
        inShell.findIndex(({ text }) => calls({ text }).join() === calls(block).join()) + 1,
      );
      const twin = before.at(-1);
      expect(twin, block.text).not.to.be.undefined;
    }
  });

  it('are in the form that Windows PowerShell takes', () => {
    for (const { text } of inPowerShell) {
      expect(text).not.to.match(/&&|\|\||\\\n|\bexport\b|\$\(|mkdir -p/);
      // A comma in a word without quotes makes a list of it.
      for (const word of text.replaceAll(/"[^"]*"/g, '""').split(/\s+/)) expect(word).not.to.include(',');
      for (const [, name = ''] of text.matchAll(/^\$(?:env:)?(\w+) = /gm)) expect(variables({ text })).to.include(name);
    }
  });
});
