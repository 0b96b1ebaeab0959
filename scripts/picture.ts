/**
 * Draws docs/images/report.svg, the picture at the top of the README, from a real run: `npm run picture`. A test fails
 * when the report no longer looks like it.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readLab } from '../support/lab/lab-folder';
import type { Solution } from '../support/lab/solution/solution';
import { terminalSvg } from './terminal-svg';

export const picture = join(__dirname, '../docs/images/report.svg');

const program = join(__dirname, '../bin/cognito-lab.js');

/** A learner who did everything as the lab says, but for this. */
const wrongChoices: [task: number, choice: string, value: unknown][] = [
  [3, 'Cognito user pool sign-in options', ['User name', 'Email']],
  [7, 'App client name', 'KekeClient'],
];

/** A picture of the whole report would be too long to open a page with. */
const args = ['--task', '2', '--task', '3', '--task', '7'];

/** Wide enough for the longest address in it. */
const columns = 97;

/** The text that {@link picture} has to be, but for the pool's id and the time that the run took. */
export function drawPicture(): string {
  const command = `node bin/cognito-lab.js check --solution learner.json ${args.join(' ')}`;
  return terminalSvg(
    `\u001b[2m$\u001b[22m ${command}\n\n${report()}`,
    'A report of cognito-lab check: Task 2 passed. Tasks 3 and 7 failed, each with what was expected, what was found, a hint and where to look. One check is blocked by another.',
  );
}

function report(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cognito-lab-picture-'));
  try {
    const solution = join(folder, 'learner.json');
    writeFileSync(solution, JSON.stringify(learner()));
    // Whatever this terminal and its .env say, the picture is of a learner who configured nothing.
    const settings = { NO_COLOR: '', LAB_USER_POOL_NAME: '', FORCE_COLOR: '1', COLUMNS: String(columns) };
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [program, 'check', '--target', 'mock', '--solution', solution, ...args],
      { encoding: 'utf8', cwd: folder, env: { ...process.env, ...settings } },
    );
    if (status !== 1) throw new Error(`The check should have failed, and ended with ${status}:\n${stderr}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function learner(): Solution {
  const { tasks } = readLab().solution;
  return {
    tasks: tasks.map(({ id, choices }) => ({
      id,
      choices: {
        ...choices,
        ...Object.fromEntries(wrongChoices.filter(([task]) => task === id).map(([, choice, value]) => [choice, value])),
      },
    })),
  };
}

if (require.main === module) {
  mkdirSync(dirname(picture), { recursive: true });
  writeFileSync(picture, drawPicture());
}
