import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'chai';
import { commandLine } from './command-line';
import { packageFolder } from './package-folder';

describe('commandLine', () => {
  const started = process.cwd();
  afterEach(() => process.chdir(started));

  it("names the program by its path within the project's folder", () => {
    process.chdir(packageFolder);
    expect(commandLine('check', '--task', '3')).to.equal('node bin/cognito-lab.js check --task 3');
  });

  it('names it by its whole path elsewhere', () => {
    process.chdir(join(packageFolder, 'docs'));
    expect(commandLine('check').replaceAll("'", '')).to.equal(
      `node ${join(packageFolder, 'bin/cognito-lab.js')} check`,
    );
  });

  it('quotes for the shell what the shell would read otherwise', function () {
    if (process.platform === 'win32') this.skip();
    process.chdir(packageFolder);
    const hard = ['a b', "it's", '$HOME', '`id`', '"', '*', '', 'é', 'a;b'];
    const line = commandLine(...hard).replace('node bin/cognito-lab.js', "printf '%s\\n'");
    expect(execFileSync('sh', ['-c', line], { encoding: 'utf8' })).to.equal(hard.map((arg) => `${arg}\n`).join(''));
  });
});
