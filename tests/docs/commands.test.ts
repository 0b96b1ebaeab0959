import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { commandsPage, documentHelp } from '../../scripts/document-help';
import { ExitCode } from '../../support/common/exit-code';
import { formats } from '../../support/reports';
import { cliFiles } from '../../support/targets/submission/cli-folder';
import { driftFormats } from '../../support/commands/drift/reports';
import { blocksOf } from './shell-blocks';
import { codes, Page, root } from './page';

describe('docs/reference/commands.md', () => {
  it('is what the program says of itself; if not, run: npm run docs:help', () => {
    expect(readFileSync(commandsPage, 'utf8')).to.equal(documentHelp());
  });

  it('has the exit codes that there are', () => {
    const listed = new Page('docs/reference/commands.md').table('Exit codes').map(({ code }) => Number(code));
    expect(listed).to.deep.equal(Object.values(ExitCode));
  });
});

describe('The pages about handing in and about results', () => {
  const formatsPage = new Page('docs/reference/result-formats.md');
  const listed = (title: string): (string | undefined)[] =>
    formatsPage.table(title).map((row) => codes(row['`--format`'] ?? '')[0]);

  it('have the formats of check and of drift', () => {
    expect(listed('Reports')).to.deep.equal([...formats]);
    expect(listed('Reports of drift')).to.deep.equal([...driftFormats]);
  });

  it('have every schema, and no other', () => {
    const linked = formatsPage.table('Schemas').map(({ schema = '' }) => /\(.*\/(.+)\)/.exec(schema)?.[1] ?? '');
    expect(linked.sort()).to.deep.equal(readdirSync(join(root, 'fixtures/schemas')).sort());
  });

  it('name the files of a submission, in every shell', () => {
    for (const language of ['sh', 'powershell']) {
      const block = blocksOf('docs/learners.md').find(
        (each) => each.language === language && /mkdir|Directory/.test(each.text),
      );
      const written = [...(block?.text ?? '').matchAll(/> submission\/(\S+\.json)$/gm)].map(([, name]) => name);
      expect(written, language).to.have.members(Object.values(cliFiles));
    }
  });
});
