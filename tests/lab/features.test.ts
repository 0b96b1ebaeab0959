import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readLab } from '../../support/lab/lab-folder';
import { runLab } from '../../support/runner/run-lab';
import { checksOf } from '../../support/lab/features/catalogue';
import { planOf } from '../../support/lab/solution/choices';
import { Problem } from '../../support/common/problem';
import { simulate } from '../../support/targets/mock/simulate';
import { LabFolder } from '../support/lab-folder';
import { LabSession } from '../../support/runner/session/lab-session';

type Change = [file: string, from: string | RegExp, to: string];

/** What a lab's author may get wrong, and what they are told. */
const faults: [what: string, change: Change, says: RegExp][] = [
  [
    'a syntax error',
    ['task-4.feature', '| Uppercase letter', 'Uppercase letter'],
    /features\/task-4\.feature:\d+:\d+: syntax error: \(\d+:\d+\)/,
  ],
  [
    'a keyword that is misspelt, so that the step is prose',
    ['task-4.feature', 'Then multi-factor', 'Them multi-factor'],
    /"There is no multi-factor authentication": it has no Then step/,
  ],
  [
    'a check id twice',
    ['task-6.feature', '@check:cognito-email ', '@check:mfa-off '],
    /task-6\.feature:\d+:\d+: "Cognito sends the email": @check:mfa-off is taken by features\/task-4\.feature:\d+/,
  ],
  ['no check id', ['task-6.feature', '@check:cognito-email ', ''], /it has no @check:ID/],
  ['two check ids', ['task-6.feature', '@check:cognito-email ', '@check:a @check:b '], /more than one @check: a, b/],
  [
    'no points',
    ['task-2.feature', ' @points:1', ''],
    /task-2\.feature:\d+:\d+: "There is a user pool": it has no @points:N/,
  ],
  [
    'points that are no number',
    ['task-2.feature', '@points:1', '@points:many'],
    /@points:many is not one whole number/,
  ],
  ['points below nought', ['task-2.feature', '@points:1', '@points:-1'], /@points:-1 is not one whole number/],
  ['points and a half', ['task-2.feature', '@points:1', '@points:1.5'], /@points:1\.5 is not one whole number/],
  [
    'points past counting',
    ['task-2.feature', '@points:1', `@points:${'9'.repeat(20)}`],
    /@points:9+ is not one whole number/,
  ],
  ['no task', ['task-2.feature', '@task-2', '@task'], /it has no @task-N/],
  ['two tasks', ['task-2.feature', '@task-2', '@task-2 @task-3'], /belongs to the tasks 2 and 3/],
  [
    'a need that is no check',
    ['task-3.feature', '@needs:sign-in-email-only', '@needs:nothing'],
    /@needs:nothing is no check of the lab/,
  ],
  [
    'needs that go round in a circle',
    ['task-3.feature', '@check:sign-in-email-only', '@check:sign-in-email-only @needs:signs-in-by-email'],
    /@check:sign-in-email-only needs itself[^]*@check:signs-in-by-email needs itself/,
  ],
  ['no hint', ['task-2.feature', 'Hint:', 'Tip:'], /its description lacks "Hint:"/],
  ['no link', ['task-2.feature', 'https://', 'see '], /"Docs:" is not a link/],
  [
    'a feature without a number',
    ['task-2.feature', 'Feature: Task 2: ', 'Feature: '],
    /the feature's name is not of the form "Task N: Title"/,
  ],
  ['a task twice', ['task-3.feature', 'Feature: Task 3: ', 'Feature: Task 2: '], /there is another feature of Task 2/],
  [
    'a scenario that looks at nothing',
    ['task-2.feature', 'Then there should be a user pool', ''],
    /it has no Then step/,
  ],
];

describe('Features that are not as they should be', () => {
  let folder: LabFolder;

  beforeEach(() => {
    folder = LabFolder.ofOwnLab();
  });

  afterEach(() => folder.remove());

  const change = ([file, from, to]: Change): void => void folder.change(`features/${file}`, from, to);

  for (const [what, made, says] of faults)
    it(`are refused, with the place: ${what}`, () => {
      change(made);
      expect(() => readLab(folder.path)).to.throw(Problem, says);
    });

  it('are refused where there is none', () => {
    for (const name of readdirSync(join(folder.path, 'features'))) rmSync(join(folder.path, 'features', name));
    expect(() => readLab(folder.path)).to.throw(Problem, /no scenario/);
  });

  const run = async (): Promise<unknown> => {
    const lab = readLab(folder.path);
    const session = new LabSession(simulate(planOf(lab.solution)));
    try {
      return await runLab(lab, session);
    } catch (error) {
      expect(session.calls, 'calls that were made').to.deep.equal({});
      return error;
    } finally {
      await session.close();
    }
  };

  it('are refused for a step that is not defined, before anything is created', async () => {
    change(['task-8.feature', 'Then there should be a user with an email address', 'Then there should be cake']);
    const error = await run();
    expect(error).to.be.instanceOf(Problem);
    expect((error as Problem).message).to.match(/task-8\.feature:\d+ "there should be cake" is not defined/);
  });

  it('do not fail a pool for a table that they word wrong: that is an error', async () => {
    change(['task-4.feature', '| Minimum length ', '| Minimal length ']);
    const result = (await run()) as Awaited<ReturnType<typeof runLab>>;
    const check = result.tasks.flatMap(({ checks }) => checks).find(({ id }) => id === 'password-policy-default');
    expect(check?.status).to.equal('error');
    expect(check?.reason).to.include('"Minimal length" is not a known row');
    expect(result.status).to.equal('error');
  });

  it('say what is expected: another value in them is another verdict', async () => {
    change(['task-7.feature', 'an app client named "kekeclient"', 'an app client named "someclient"']);
    const result = (await run()) as Awaited<ReturnType<typeof runLab>>;
    const failed = result.tasks.flatMap(({ checks }) => checks).filter(({ status }) => status === 'failed');
    expect(failed.map(({ id }) => id)).to.deep.equal(['app-client']);
  });

  it('change the hash of the lab, and a checkout with other line ends does not', () => {
    const hash = (): string => readLab(folder.path).identity.hash;
    const before = hash();
    expect(before).to.equal(readLab().identity.hash);
    for (const name of readdirSync(join(folder.path, 'features'))) change([name, /\n/g, '\r\n']);
    expect(hash()).to.equal(before);
    change(['task-2.feature', '@points:1', '@points:2']);
    expect(hash()).not.to.equal(before);
  });

  it('are Tasks 2 to 8 of the tutorial, with every check of the design', () => {
    const ids = checksOf(readLab().catalogue).map(({ task, id }) => `${task} ${id}`);
    expect(ids).to.include.members([
      '2 user-pool-exists',
      '3 provider-cognito',
      '3 sign-in-email-only',
      '4 password-policy-default',
      '4 mfa-off',
      '5 self-sign-up',
      '5 email-verified-at-sign-up',
      '5 required-attributes',
      '6 cognito-email',
      '7 user-pool-name',
      '7 app-client',
      '8 user-created',
    ]);
  });
});
