import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { noAws, root } from '../cli/cognito-lab';
import { ClassOnDisk } from '../grade/class-on-disk';
import { LabFolder } from '../support/lab-folder';
import { run, type Ran } from '../support/program';

interface Step {
  id?: string;
  name?: string;
  uses?: string;
  shell?: string;
  run?: string;
  env?: Record<string, string>;
}

interface Action {
  inputs: Record<string, { description: string; default: string }>;
  outputs: Record<string, { description: string; value: string }>;
  runs: { using: string; steps: Step[] };
}

const text = readFileSync(join(root, 'action.yml'), 'utf8');
const action = parse(text) as Action;
const { steps } = action.runs;

describe('The action', () => {
  let disk: ClassOnDisk;

  beforeEach(() => {
    disk = new ClassOnDisk();
    disk.handIn('right');
    disk.handIn('wrong', { mfa: 'ON' });
    disk.handIn('cut', { without: 'list-users.json' });
  });

  afterEach(() => disk.remove());

  /** Runs the step that checks as a runner does: with the inputs put into its environment, in the workspace. */
  async function check(
    given: Record<string, string>,
  ): Promise<Ran & { outputs: Record<string, string>; summary: string }> {
    const step = steps.find(({ id }) => id === 'check');
    const inputs = Object.fromEntries(
      Object.entries(action.inputs).map(([name, input]) => [name, given[name] ?? input.default]),
    );
    const env = Object.fromEntries(
      Object.entries(step?.env ?? {}).map(([name, value]) => [
        name,
        value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/, (_, input: string) => inputs[input] ?? ''),
      ]),
    );
    const [output, summary] = [disk.path('github-output'), disk.path('github-summary')];
    const ran = await run('bash', ['-e', '-o', 'pipefail', '-c', step?.run ?? 'exit 99'], {
      cwd: disk.place,
      env: noAws({ ...env, GITHUB_ACTION_PATH: root, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary }),
    });
    const lines = existsSync(output) ? readFileSync(output, 'utf8').split('\n').filter(Boolean) : [];
    const outputs = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
    return { ...ran, outputs, summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '' };
  }

  it('passes a submission that is right, with a report, outputs and a summary', async () => {
    const { code, stderr, outputs, summary } = await check({ snapshot: 'class/right' });
    expect(code, stderr).to.equal(0);
    expect(outputs).to.include({ status: 'passed', report: 'cognito-lab-report.html' });
    const { earned, possible } = JSON.parse(outputs.score ?? '') as { earned: number; possible: number };
    expect(earned).to.equal(possible).and.be.above(10);
    expect(disk.read(disk.path('cognito-lab-report.html'))).to.match(/^<!doctype html>/i);
    expect(summary).to.include(`${earned} of ${possible} points`);
  });

  it('fails a submission that is wrong, and writes the format that was asked for', async () => {
    const { code, outputs } = await check({ snapshot: 'class/wrong', format: 'junit', output: 'report.xml' });
    expect(code).to.equal(1);
    expect(outputs.status).to.equal('failed');
    expect(disk.read(disk.path('report.xml'))).to.include('<testsuites');
  });

  it('checks by another lab, if it is given one', async () => {
    const lab = LabFolder.ofOwnLab().change('fixtures/lab.json', /"id": ?"[^"]*"/, '"id": "of-the-class"');
    try {
      const { code, stderr } = await check({
        snapshot: 'class/right',
        lab: lab.path,
        format: 'json',
        output: 'report.json',
      });
      expect(code, stderr).to.equal(0);
      const result = JSON.parse(disk.read(disk.path('report.json'))) as { lab: { id: string } };
      expect(result.lab.id).to.equal('of-the-class');
    } finally {
      lab.remove();
    }
  });

  it('reports a check that could not be completed as an error, not as a failure', async () => {
    const { code, outputs } = await check({ snapshot: 'class/cut' });
    expect(code).to.equal(2);
    expect(outputs.status).to.equal('error');
  });

  for (const [what, given] of Object.entries<Record<string, string>>({
    'nothing to check': {},
    'a missing submission': { snapshot: 'nobody' },
    'a folder that is no lab': { snapshot: 'class/right', lab: 'class' },
    'an unknown format': { snapshot: 'class/right', format: 'pdf' },
  }))
    it(`says what is wrong with ${what}`, async () => {
      const { code, stderr, outputs, summary } = await check(given);
      expect(code).to.equal(2);
      expect(outputs).to.deep.equal({ status: 'error' });
      expect(stderr).to.match(/^cognito-lab: .+\n.+/);
      expect(summary).to.include('could not be checked');
    });

  it('has only inputs and outputs that its steps know, and no expression in a script', () => {
    const used = [...text.matchAll(/\$\{\{ inputs\.([\w-]+) \}\}/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).to.deep.equal(Object.keys(action.inputs).sort());
    for (const { value } of Object.values(action.outputs)) {
      const [, id] = /^\$\{\{ steps\.(\w+)\.outputs\.\w+ \}\}$/.exec(value) ?? [];
      expect(steps.map((step) => step.id)).to.include(id);
    }
    for (const { run: script, shell, uses } of steps) {
      if (script === undefined) expect(uses).to.match(/@[0-9a-f]{40}$/);
      else expect(shell).to.equal('bash');
      expect(script ?? '').not.to.include('${{');
    }
    for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)])
      expect(description).to.match(/^\S.{10,}/);
  });
});
