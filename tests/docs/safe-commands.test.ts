import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { root } from './page';

/** Every file of the project that people read commands from; the changelog tells what was. */
const files = ['docs', 'support', 'steps', 'features', 'scripts', 'bin', '.github', '.']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: folder !== '.', encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((file) => /\.(?:[jt]s|md|feature|yml|example)$/.test(file) && file !== 'CHANGELOG.md')
  .map((file) => file.replaceAll('\\', '/'));

/**
 * `npx NAME` runs whatever the public registry has under that name where no package of it is installed, and npm takes
 * the options of `npx --no NAME --option` for its own.
 */
const unsafe = /\b(?:npx|npm exec|bunx|pnpm dlx|yarn dlx)\s+(?!--no -- )[@\w-]+[^\n]*/g;

describe('The commands that documents and messages tell people to run', () => {
  it('are found', () => {
    expect(files).to.include.members(['README.md', 'docs/reference/commands.md', '.github/workflows/grade.yml']);
    expect('npx cognito-lab check').to.match(new RegExp(unsafe.source));
    expect('npx --no cognito-lab check').to.match(new RegExp(unsafe.source));
    expect('npx --no -- cognito-lab check').not.to.match(new RegExp(unsafe.source));
  });

  it('never have a package fetched by its name', () => {
    const found = files.flatMap((file) =>
      (readFileSync(join(root, file), 'utf8').match(unsafe) ?? []).map((line) => `${file}: ${line}`),
    );
    expect(found).to.deep.equal([]);
  });
});
