/**
 * Writes docs/reference/commands.md from what the commands say of themselves: `npm run docs:help`. A test fails when
 * the page is not what this makes.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { program } from '../support/cli/program';

export const commandsPage = join(__dirname, '../docs/reference/commands.md');

const executable = join(__dirname, '../bin/cognito-lab.js');

/** The text that {@link commandsPage} has to be. */
export function documentHelp(): string {
  return [
    '# Commands',
    '',
    '<!-- Written by `npm run docs:help` from the `--help` of every command. Do not edit. -->',
    '',
    "In a clone, a command is run by its path, from the project's folder: `node bin/cognito-lab.js COMMAND`. Where the package is installed, it is `npx --no -- cognito-lab COMMAND`. Some options can also be set [in the environment](configuration.md).",
    '',
    ...block(helpOf([])),
    ...exitCodes,
    ...namesOf(program()).flatMap((name) => [`## ${name.join(' ')}`, '', ...block(helpOf(name))]),
  ].join('\n');
}

const exitCodes = [
  '## Exit codes',
  '',
  'The same as those of `diff`: a failed check and an error never share an exit code.',
  '',
  '| code | means |',
  '| ---- | ----- |',
  '| 0 | success: everything is as it should be |',
  '| 1 | failure: a failed check, drift, nothing handed in, pools left to remove |',
  '| 2 | error, no verdict: wrong usage or input, credentials, throttling, the network, a bug |',
  '',
];

/** The names of all commands below one, with those that are above them: `[['check'], ['lab', 'init'], …]`. */
const namesOf = ({ commands }: Command, above: string[] = []): string[][] =>
  commands.flatMap((command) => {
    const name = [...above, command.name()];
    return [name, ...namesOf(command, name)];
  });

const block = (help: string): string[] => ['```text', help, '```', ''];

function helpOf(command: string[]): string {
  const { stdout, status, stderr } = spawnSync(process.execPath, [executable, ...command, '--help'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`"${command.join(' ')} --help" failed:\n${stderr}`);
  return stdout.trimEnd();
}

if (require.main === module) {
  mkdirSync(dirname(commandsPage), { recursive: true });
  writeFileSync(commandsPage, documentHelp());
}
