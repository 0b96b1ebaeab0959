import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { commandsPage, documentHelp } from '../../scripts/document-help';
import { ExitCode } from '../../support/common/exit-code';
import { formats } from '../../support/reports';
import { files } from '../../support/targets/submission/folder';
import { codes, Page } from './page';

const readme = new Page('README.md');

describe('docs/reference/commands.md', () => {
  it('is what the program says of itself; if not, run: npm run docs:help', () => {
    expect(readFileSync(commandsPage, 'utf8')).to.equal(documentHelp());
  });

  it('has the exit codes that there are', () => {
    const listed = new Page('docs/reference/commands.md').table('Exit codes').map(({ code }) => Number(code));
    expect(listed).to.deep.equal(Object.values(ExitCode));
  });
});

describe("README.md's commands", () => {
  it('have the formats that there are', () => {
    expect(readme.table('For instructors').map(({ format = '' }) => codes(format)[0])).to.deep.equal([...formats]);
  });

  it('name the files of a submission', () => {
    const block = readme.blocks('walkthrough').find((text) => text.includes('mkdir submission'));
    const written = [...(block ?? '').matchAll(/> (\S+\.json)$/gm)].map(([, name]) => name);
    expect(written).to.have.members(Object.values(files));
  });
});
