import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { devNull, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { isShellInstalled, linkProject, PasteRig, shells, type Shell } from '../../docs/pasted-page';
import { root } from '../../docs/page';
import { awsEnvironment, isInstalled, run } from '../../support/program';

interface State {
  providers: string[];
  stacks: Record<string, { parameters: Record<string, string> }>;
  variables: Record<string, string>;
  started: string[];
}

interface Workflow {
  jobs: { look: { if: string; steps: { id?: string; run?: string }[] } };
}

const textOf = (workflow: string): string => readFileSync(join(root, '.github/workflows', workflow), 'utf8');

describe('The nightly set-up, as docs/nightly.md says it', () => {
  const place = mkdtempSync(join(tmpdir(), 'cognito-lab-nightly-'));
  const programs = join(place, 'programs');
  let rig: PasteRig;

  before(async () => {
    const standIn = join(__dirname, 'stand-in.js');
    chmodSync(standIn, 0o755);
    mkdirSync(programs);
    for (const name of ['aws', 'gh']) symlinkSync(standIn, join(programs, name));
    rig = await PasteRig.start();
  });
  after(async () => {
    await (rig as PasteRig | undefined)?.end();
    rmSync(place, { recursive: true });
  });

  for (const shell of Object.keys(shells) as Shell[])
    it(`pasted into ${shell}, each block twice, comes to a workflow that runs and finds no drift`, async function () {
      if (!isShellInstalled(shell)) {
        console.log(`    ${shell} is not installed here: what is pasted into it is skipped.`);
        this.skip();
      }
      const remote = join(place, `${shell}.git`);
      const stateFile = join(place, `${shell}.json`);
      const env = awsEnvironment(rig.url, {
        PATH: `${programs}${delimiter}${process.env.PATH}`,
        STAND_IN_STATE: stateFile,
        GIT_CONFIG_GLOBAL: devNull,
        GIT_CONFIG_NOSYSTEM: '1',
        ...Object.fromEntries(
          ['AUTHOR', 'COMMITTER'].flatMap((who) => [
            [`GIT_${who}_NAME`, 'Ann'],
            [`GIT_${who}_EMAIL`, 'ann@example.com'],
          ]),
        ),
      });
      const git = (...args: string[]): string => execFileSync('git', args, { env, encoding: 'utf8' });
      const pasted = await rig.paste('docs/nightly.md', shell, env, (folder) => {
        git('init', '--quiet', '--bare', remote);
        git('-C', folder, 'init', '--quiet', '--initial-branch', 'main');
        git('-C', folder, 'commit', '--quiet', '--allow-empty', '--message', 'A copy of cognito-lab');
        git('-C', folder, 'remote', 'add', 'origin', remote);
        git('-C', folder, 'push', '--quiet', '--set-upstream', 'origin', 'main');
      });
      expect(pasted.faults, pasted.output).to.deep.equal([]);
      expect([...pasted.folders]).to.deep.equal(['.']);

      const { providers, stacks, variables, started } = JSON.parse(readFileSync(stateFile, 'utf8')) as State;
      expect(providers).to.have.lengthOf(1);
      expect(Object.keys(stacks)).to.deep.equal(['cognito-lab-drift', 'cognito-lab-tutorial']);
      for (const { parameters } of Object.values(stacks))
        expect(parameters.Repository).to.equal('octo-org@123/cognito-lab@456');
      expect(variables).to.deep.equal({
        DRIFT_ROLE: 'arn:aws:iam::123456789012:role/DriftRole',
        DRIFT_REGION: 'us-east-1',
        TUTORIAL_ROLE: 'arn:aws:iam::123456789012:role/TutorialRole',
        TUTORIAL_ACCOUNT: '123456789012',
      });
      expect(new Set(started)).to.deep.equal(new Set(['nightly-drift.yml', 'nightly-tutorial.yml']));

      const clone = join(place, `${shell}-clone`);
      git('clone', '--quiet', '--branch', 'main', remote, clone);
      linkProject(clone);
      const { look } = (parse(textOf('nightly-drift.yml')) as Workflow).jobs;
      const { run: script = '' } = look.steps.find(({ id }) => id === 'drift') ?? {};
      const output = join(place, `${shell}.output`);
      const night = await run('bash', ['-eo', 'pipefail', '-c', script], {
        cwd: clone,
        env: { ...env, TARGETS: 'drift/targets.json', WAIVERS: '', GITHUB_OUTPUT: output },
      });
      expect(night.code, night.stderr).to.equal(0);
      expect(readFileSync(output, 'utf8')).to.equal('code=0\n');
      const report = JSON.parse(readFileSync(join(clone, 'drift-report.json'), 'utf8')) as { pools: object[] };
      expect(report.pools).to.have.lengthOf(1);
    });

  it('sets every variable without which the workflows do nothing, and none that they do not read', () => {
    const page = readFileSync(join(root, 'docs/nightly.md'), 'utf8');
    const set = [...page.matchAll(/^gh variable set (\w+)/gm)].map(([, name = '']) => name);
    const workflows = ['nightly-drift.yml', 'nightly-tutorial.yml'].map(textOf);
    const read = workflows.flatMap((text) => [...text.matchAll(/\bvars\.(\w+)/g)].map(([, name = '']) => name));
    const needed = workflows.flatMap((text) => /vars\.(\w+) != ''/.exec(text)?.[1] ?? []);
    expect(needed).to.deep.equal(['DRIFT_ROLE', 'TUTORIAL_ROLE']);
    expect(set).to.include.members([...needed, 'TUTORIAL_ACCOUNT']);
    for (const name of new Set(read)) expect(page, name).to.include(name);
    expect(set.filter((name) => !read.includes(name))).to.deep.equal([]);
    expect(textOf('nightly-drift.yml')).to.include("vars.DRIFT_TARGETS || 'drift/targets.json'");
  });

  it('deploys templates that are right by the schemas of CloudFormation', async function () {
    if (!isInstalled('cfn-lint', ['--version'])) {
      console.log('    cfn-lint is not installed here: the templates are not held to the schemas of CloudFormation.');
      this.skip();
    }
    const templates = ['github-oidc', 'learner-role'].map((name) => `fixtures/iam/${name}.cloudformation.json`);
    const { code, stdout, stderr } = await run('cfn-lint', templates, { cwd: root });
    expect(code, stdout + stderr).to.equal(0);
  });
});
