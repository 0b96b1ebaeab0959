import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { check } from '../../support/api';
import { newLab } from '../../support/commands/lab/new-lab';
import { policyOf } from '../../support/commands/lab/policy';
import { proveLab } from '../../support/commands/lab/test/prove-lab';
import type { Proof } from '../../support/commands/lab/test/proof';
import type { ClassSummary } from '../../support/lab/result/class-result';
import type { LabResult } from '../../support/lab/result/result';
import { readLab, type Lab } from '../../support/lab/lab-folder';
import { needsOf } from '../../support/lab/phrases/needs';
import { LabFolder } from '../support/lab-folder';
import { run } from '../support/program';

const cli = join(__dirname, '../../bin/cognito-lab.js');

/** A lab in a subfolder of features, in Spanish, that asks for an authenticator app. */
const inSpanish = {
  'fixtures/lab.json': JSON.stringify({
    schema: 'cognito-lab/lab/v1',
    id: 'segundo-factor',
    title: 'Un segundo factor',
    version: '2',
    tasks: [{ id: 1, title: 'Crear el grupo' }],
  }),
  'fixtures/model-solution.json': JSON.stringify({
    tasks: [{ id: 1, choices: { 'Create user pool': true, 'MFA enforcement': 'Require MFA' } }],
  }),
  'features/tareas/tarea-1.feature': `# language: es
@task-1
Característica: Tarea 1: Crear el grupo

  @check:mfa @points:3
  Escenario: Hay un segundo factor
    Hint: Elige "Require MFA".
    Hint if "No MFA": Sin segundo factor basta la contraseña.
    Console: Authentication > Sign-in.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html

    Entonces multi-factor authentication should be "Require MFA"
`,
  // What a lab must never run.
  'cucumber.js': 'require("node:fs").writeFileSync(__dirname + "/ran", "")',
  'features/steps.ts': 'require("node:fs").writeFileSync(__dirname + "/ran", "")',
  'steps/steps.js': 'require("node:fs").writeFileSync(__dirname + "/ran", "")',
};

describe("A lab that is not this program's own", () => {
  let three: LabFolder;
  let spanish: LabFolder;

  before(() => {
    three = new LabFolder();
    for (const [name, text] of Object.entries(newLab('Three tasks', 'portal'))) three.write(name, text);
    spanish = new LabFolder();
    for (const [name, text] of Object.entries(inSpanish)) spanish.write(name, text);
  });

  after(() => {
    three.remove();
    spanish.remove();
  });

  const program = (args: string[], env: Record<string, string> = {}) =>
    run(process.execPath, [cli, ...args], { cwd: three.path, env: { ...process.env, ...env } });

  it('is checked by the api, which names it in the result', async () => {
    const { status, lab, labHash, tasks } = await check({ lab: three.path });
    expect(status).to.equal('passed');
    expect(lab).to.deep.equal({ id: 'three-tasks', title: 'Three tasks', version: '1.0.0', hash: labHash });
    expect(tasks.map(({ title }) => title)).to.deep.equal([
      'Create the user pool',
      'Make passwords long',
      'Add the app',
    ]);
    expect((await check({ lab: spanish.path })).score).to.deep.equal({ earned: 3, possible: 3 });
    expect((await check({ tasks: [2] })).lab.id).to.equal('creating-a-user-pool');
  });

  it('is checked by --lab with a path of the current folder, and by LAB_DIR', async () => {
    const byFlag = await program(['check', '--lab', '.', '--format', 'json']);
    expect((JSON.parse(byFlag.stdout) as LabResult).lab.id).to.equal('three-tasks');
    const byVariable = await program(['check', '--format', 'json'], { LAB_DIR: spanish.path });
    expect((JSON.parse(byVariable.stdout) as LabResult).lab).to.include({ id: 'segundo-factor', version: '2' });
    expect(byVariable.stderr).not.to.include('.env');
    three.write('.env', `LAB_DIR=${spanish.path}\n`);
    const byFile = await program(['check', '--task', '1']);
    expect(byFile.stderr).to.include(`.env names the lab: "${spanish.path}". To use another, name it with --lab.`);
    expect((await program(['check', '--lab', '.', '--task', '1'])).stderr).not.to.include('.env');
    rmSync(join(three.path, '.env'));
    const shown = await program(['check', '--lab', '.']);
    expect(shown.stdout).to.contain('Three tasks, version 1.0.0');
  });

  it('is shown a hint for the mistake that was made, and why the setting matters', async () => {
    const solution = join(three.path, 'own.json');
    three.write(
      'own.json',
      JSON.stringify({
        tasks: [
          { id: 1, choices: { 'Create user pool': true, 'Cognito user pool sign-in options': ['Phone number'] } },
        ],
      }),
    );
    const { stdout } = await program(['check', '--lab', '.', '--solution', solution, '--format', 'json']);
    const checks = (JSON.parse(stdout) as LabResult).tasks.flatMap((task) => task.checks);
    const [signIn, length] = ['sign-in-by-email', 'password-length'].map((id) => checks.find((each) => each.id === id));
    expect(signIn?.hint).to.match(/^The pool takes phone numbers/);
    expect(signIn?.why).to.match(/^An address/);
    expect(length?.hint).to.match(/^Choose a custom password policy/);
    expect(length?.controls).to.deep.equal([{ id: 'securityhub.Cognito.3' }]);
  });

  it('is graded by, and --resume and merge refuse another', async () => {
    mkdirSync(join(three.path, 'class/ann'), { recursive: true });
    const output = join(three.path, 'grades');
    await program(['grade', 'class', '--lab', '.', '--output', output, '--jobs', '1']);
    const summary = JSON.parse(readFileSync(join(output, 'summary.json'), 'utf8')) as ClassSummary;
    expect(summary.lab).to.include({ id: 'three-tasks', version: '1.0.0' });
    expect(summary.tasks.map(({ id }) => id)).to.deep.equal([1, 2, 3]);
    expect(readFileSync(join(output, 'report.html'), 'utf8')).to.contain('Three tasks');
    const other = await program([
      'grade',
      'class',
      '--lab',
      spanish.path,
      '--output',
      output,
      '--jobs',
      '1',
      '--resume',
    ]);
    expect(other.code).to.equal(2);
    expect(other.stderr).to.match(/interrupted run of .* features/);
    const shard = async (part: string, lab: string): Promise<string> => {
      const folder = join(three.path, `part-${part[0]}`);
      await program(['grade', 'class', '--lab', lab, '--output', folder, '--jobs', '1', '--shard', part]);
      return folder;
    };
    const parts = [await shard('1/2', '.'), await shard('2/2', spanish.path)];
    const merged = await program(['merge', ...parts, '--output', join(three.path, 'merged')]);
    expect(merged.code).to.equal(2);
    expect(merged.stderr).to.contain('they are of different labs');
  });

  it('is never executed', async () => {
    await program(['check', '--lab', spanish.path]);
    await program(['lab', 'lint', spanish.path]);
    for (const folder of ['', 'features', 'steps'])
      expect(existsSync(join(spanish.path, folder, 'ran'))).to.equal(false);
  });

  it('is refused with exit code 2 and the place where it is broken, by every command that takes it', async () => {
    const broken = LabFolder.ofOwnLab().change('features/task-4.feature', '@points:2', '@points:two');
    try {
      for (const args of [
        ['check'],
        ['grade', 'class', '--output', join(three.path, 'none')],
        ['snapshot', '--user-pool-id', 'us-east-1_AbCdEf123', '--output', 'none.json'],
        ['drift', '--user-pool-id', 'us-east-1_AbCdEf123'],
        ['sandbox', '--port', '0'],
      ]) {
        const { code, stderr } = await program([...args, '--lab', broken.path]);
        expect(code, args[0]).to.equal(2);
        expect(stderr, args[0]).to.match(/features\/task-4\.feature:\d+:\d+: .*@points:two is not one whole number/);
      }
      expect(existsSync(join(three.path, 'none'))).to.equal(false);
    } finally {
      broken.remove();
    }
  });

  it('is refused for a phrase and a value that are none, before anything is made', async () => {
    const broken = LabFolder.ofOwnLab()
      .change('features/task-8.feature', 'Then there should be a user with', 'Then there should be an user with')
      .change('features/task-4.feature', '| Minimum length ', '| Minimal length ');
    try {
      for (const args of [['check'], ['grade', 'class', '--output', join(three.path, 'none')]]) {
        const { code, stderr } = await program([...args, '--lab', broken.path]);
        expect(code).to.equal(2);
        expect(stderr).to.match(
          /features\/task-8\.feature:\d+:\d+: No phrase says .* Did you mean there should be a user with/,
        );
        expect(stderr).to.match(/features\/task-4\.feature:\d+:\d+: "Minimal length" is not a known row/);
      }
      expect(existsSync(join(three.path, 'none'))).to.equal(false);
    } finally {
      broken.remove();
    }
  });

  it('needs the permissions that its phrases say, and no more', () => {
    const lab = readLab(spanish.path);
    const actions = (provision: boolean) =>
      policyOf(lab, needsOf(lab.catalogue), provision).Statement.flatMap(({ Action }) => Action);
    expect(actions(false)).to.include('cognito-idp:DescribeUserPool').and.not.to.include('cognito-idp:CreateUserPool');
    expect(actions(true)).to.include.members(['cognito-idp:CreateUserPool', 'cognito-idp:SetUserPoolMfaConfig']);
  });

  it('is made by lab init, and passes lab lint and lab test as it is', async () => {
    const folder = join(three.path, 'made');
    const made = await program(['lab', 'init', folder, '--title', 'Ours', '--client', 'shop']);
    expect(made.code, made.stderr).to.equal(0);
    expect((await program(['lab', 'lint', folder])).code).to.equal(0);
    const tested = await program(['lab', 'test', folder, '--seed', '1', '--format', 'json']);
    expect(tested.code, tested.stderr).to.equal(0);
    expect(JSON.parse(tested.stdout)).to.include({ schema: 'cognito-lab/lab-test/v1', status: 'passed', seed: 1 });
    const again = await program(['lab', 'init', folder, '--title', 'Another']);
    expect(again.code).to.equal(2);
    expect(again.stderr).to.contain('has something in it');
    rmSync(folder, { recursive: true });
  });
});

describe('lab test', () => {
  const proofsOf = async (lab: Lab): Promise<Proof[]> => {
    const proofs: Proof[] = [];
    for await (const proof of proveLab(lab, 1)) proofs.push(proof);
    return proofs;
  };
  const failed = (proofs: readonly Proof[]): string[] =>
    proofs.flatMap(({ name, status, detail }) => (status === 'failed' ? [`${name}: ${detail}`] : []));

  it("proves this repository's own lab", async () => {
    expect(failed(await proofsOf(readLab()))).to.deep.equal([]);
  });

  const spoilt: [what: string, spoil: (lab: LabFolder) => void, says: RegExp][] = [
    [
      'a model solution that does not pass',
      (lab) => lab.change('fixtures/model-solution.json', '"portal"', '"other"'),
      /^the model solution passes every check: Not passed, and should be: app-client/,
    ],
    [
      'a right solution that does not pass',
      (lab) => lab.write('fixtures/solutions/right/short.json', '{"choices": {"Password minimum length": 8}}'),
      /^right: short\.json: Not passed, and should be: password-length/,
    ],
    [
      'a wrong solution that passes',
      (lab) => lab.change('features/task-2.feature', 'should be at least 14', 'should be at least 8'),
      /^wrong: short-passwords\.json fails password-length: Not failed, and should be: password-length/,
    ],
    [
      'a wrong solution that fails more than it says',
      (lab) =>
        lab.write(
          'fixtures/solutions/wrong/both.json',
          '{"fails": ["password-length"], "choices": {"Password minimum length": 8, "App client name": "x"}}',
        ),
      /^wrong: both\.json fails password-length: Failed, and should not be: app-client/,
    ],
    [
      'a choice of a later task that an earlier one needs',
      (lab) =>
        lab.change(
          'fixtures/model-solution.json',
          /\{ *\n? *"id": 2,[^]*?\}\s*\},\s*\{\s*"id": 3,\s*"choices": \{/,
          '{"id": 2, "choices": {}}, {"id": 3, "choices": {"Password policy mode": "Custom", "Password minimum length": 14,',
        ),
      /^who stopped after Task 2 passes up to it: Not passed, and should be: password-length/,
    ],
  ];
  for (const [what, spoil, says] of spoilt)
    it(`fails ${what}`, async () => {
      const lab = new LabFolder();
      try {
        for (const [name, text] of Object.entries(newLab('Three tasks', 'portal'))) lab.write(name, text);
        spoil(lab);
        const found = failed(await proofsOf(readLab(lab.path)));
        expect(
          found.filter((text) => says.test(text)),
          found.join('\n'),
        ).to.have.lengthOf(1);
      } finally {
        lab.remove();
      }
    });

  it('tells the changed choices that no check sees', async () => {
    const notes = (await proofsOf(readLab())).filter(({ status }) => status === 'note').map(({ name }) => name);
    expect(notes).to.include('changed: Client secret: "Generate a client secret"');
  });
});
