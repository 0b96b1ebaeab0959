import { join } from 'node:path';
import { expect } from 'chai';
import { ExitCode } from '../../support/cli/exit-code';
import { program } from '../../support/cli/program';
import { formats } from '../../support/reports';
import { files } from '../../support/submission/folder';
import { run } from '../support/program';
import { codes, Page, root } from './page';

const readme = new Page('README.md');

describe("README.md's commands", () => {
  const helps = readme.blocks('help');

  it('are all commands of the program', () => {
    const commands = program().commands.map((command) => command.name());
    expect(helps.map(({ about }) => about)).to.deep.equal(['', ...commands]);
  });

  for (const { about, text } of helps)
    it(`have the help of cognito-lab ${about}`.trimEnd(), async () => {
      const { stdout } = await run(process.execPath, [
        join(root, 'bin/cognito-lab.js'),
        ...(about ? [about] : []),
        '--help',
      ]);
      expect(text.trimEnd()).to.equal(stdout.trimEnd());
    });

  it('have the formats that there are', () => {
    expect(readme.table('For instructors').map(({ format = '' }) => codes(format)[0])).to.deep.equal([...formats]);
  });

  it('have the exit codes that there are', () => {
    const listed = readme.table('Exit codes').map(({ code }) => Number(code));
    expect(listed).to.deep.equal(Object.values(ExitCode));
  });

  it('name the files of a submission', () => {
    const [block] = readme.blocks('walkthrough').filter(({ text }) => text.includes('mkdir submission'));
    const written = [...(block?.text ?? '').matchAll(/> submission\/(\S+)$/gm)].map(([, name]) => name);
    expect(written).to.have.members(Object.values(files));
  });
});
