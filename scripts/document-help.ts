/**
 * Writes the help of every command into the README: `npm run docs:help`. A test fails when it is not what the program
 * says of itself.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from '../support/cli/program';

const page = join(__dirname, '../README.md');

const executable = join(__dirname, '../bin/cognito-lab.js');

/** Where the help stands in a page. */
export const helpBlocks = /(?<=<!-- help: begin -->\n)[^]*(?=<!-- help: end -->)/;

/** What has to stand there: a block for the program, and one for each command. */
export function documentHelp(): string {
  const commands = program().commands.map((command) => [command.name()]);
  return [[], ...commands].map((command) => `\n\`\`\`text\n${helpOf(command)}\n\`\`\`\n`).join('') + '\n';
}

function helpOf(command: string[]): string {
  const { stdout, status, stderr } = spawnSync(process.execPath, [executable, ...command, '--help'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The help of "${command.join(' ')}" came to nothing:\n${stderr}`);
  return stdout.trimEnd();
}

if (require.main === module) {
  const text = readFileSync(page, 'utf8');
  if (!helpBlocks.test(text)) throw new Error('README.md has no place for the help: <!-- help: begin --> and end.');
  writeFileSync(
    page,
    text.replace(helpBlocks, () => documentHelp()),
  );
}
