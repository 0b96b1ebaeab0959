import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { labSchemaId, readLab } from '../../support/lab/lab-folder';
import { upToTask } from '../../support/lab/solution/solution';
import { LabFolder } from '../support/lab-folder';
import { wrongChoices } from '../../fixtures/corpus/wrong-choices';
import { openSubmissionTarget } from '../../support/targets/submission-target';
import type { RunningServer } from '../../support/simulator/server/start-server';
import { runOn, solutionWith } from '../lab/run';
import { poolIdIn, startPractice, Visitor, type Page } from './visitor';

const model = readLab().solution;
const place = { region: 'us-east-1', accountId: '123456789012', requestId: 'test' };
const user = { 'email-address': ['keke@example.com'], 'temporary-password': ['Welcome-2-the-lab'] };

/** The titles of the checks of the lab, by their ids. */
const titles = new Map(
  readLab().catalogue.tasks.flatMap(({ checks }) => checks.map(({ id, title }): [string, string] => [id, title])),
);

describe('The progress', () => {
  let sandbox: RunningServer;
  let visitor: Visitor;

  beforeEach(async () => {
    sandbox = await startPractice();
    visitor = new Visitor(sandbox.url);
  });
  afterEach(() => sandbox.close());

  it('begins with a pool to be created', async () => {
    const page = await visitor.get('/');
    expect(page.progress).to.contain('0 of 24 points').and.to.contain('There is no user pool yet.');
    expect(page.progress).to.match(/Hint: where is it\? Here: Create user pool .*And what should it be\?/);
  });

  it('comes to everything with the model solution, and to a snapshot that grade passes', async () => {
    const path = `/pools/${poolIdIn(await visitor.create(model))}`;
    const done = await visitor.post(`${path}/users/create`, user);
    expect(done.progress).to.contain('24 of 24 points').and.to.contain('Everything is as the lab asks. Hand in');
    const handIn = await visitor.get(`${path}/hand-in`);
    expect(handIn.links).to.include(`${path}/snapshot.json`);
    const file = await visitor.get(`${path}/snapshot.json`);
    expect(file.headers.get('content-disposition')).to.match(/^attachment; filename="us-east-1_\w{9}\.json"$/);
    const folder = mkdtempSync(join(tmpdir(), 'cognito-lab-'));
    try {
      writeFileSync(join(folder, 'keke.json'), file.html);
      const graded = await runOn(await openSubmissionTarget(join(folder, 'keke.json')));
      expect(graded.status).to.equal('passed');
    } finally {
      rmSync(folder, { recursive: true });
    }
    // Nothing private is handed in.
    expect(file.html).not.to.contain('keke@example.com').and.not.to.contain('123456789012');
  });

  for (const { what, task, choices, fails } of wrongChoices.filter(({ what }) => what !== 'no user'))
    it(`finds a wrong turn: ${what}`, async () => {
      const path = `/pools/${poolIdIn(await visitor.create(solutionWith(task, choices)))}`;
      const form = await visitor.get(`${path}/users/create`);
      const page = await visitor.post(`${path}/users/create`, {
        ...form.values,
        ...user,
        'user-name': ['keke'],
        'phone-number': form.values['user-name'] ? [] : ['+15550100100'],
        'temporary-password': ['Welcome-2-the-lab'.repeat(6)],
      });
      expect(page.flash, page.alert).to.equal('The user has been created.');
      const { tasks } = await standing(page);
      expect(tasks).to.deep.equal([titles.get(fails)]);
    });

  /** The titles that are shown as failed. */
  const standing = async (page: Page): Promise<{ tasks: string[] }> => ({
    tasks: page
      .all('li')
      .filter((li) => li.attrs.some(({ name, value }) => name === 'class' && value === 'failed'))
      .map((li) => page.textIn(li))
      .filter((text) => text.includes(' failed '))
      .map((text) => text.replace(/^✘ /, '').replace(/ failed .*$/, '')),
  });

  it('judges the first sign-in of the user by the pool, whatever the user has done since', async () => {
    const id = poolIdIn(await visitor.create(model));
    const path = `/pools/${id}`;
    await visitor.post(`${path}/users/create`, { ...user, 'phone-number': ['+15550100100'] });
    expect((await visitor.get(path)).progress).to.contain('24 of 24 points');
    const { Users } = (await sandbox.cognito.call('ListUsers', { UserPoolId: id }, place)) as {
      Users: { Username: string }[];
    };
    const [{ Username = '' } = {}] = Users;
    await sandbox.cognito.call(
      'AdminSetUserPassword',
      { UserPoolId: id, Username, Password: 'An0ther-password', Permanent: true },
      place,
    );
    expect((await visitor.get(path)).progress).to.contain('24 of 24 points');
    await sandbox.cognito.call('AdminDisableUser', { UserPoolId: id, Username }, place);
    expect((await visitor.get(path)).progress).to.contain('24 of 24 points');
  });

  it('leaves the pool alone: nobody signs up or in on it', async () => {
    const id = poolIdIn(await visitor.create(model));
    await visitor.post(`/pools/${id}/users/create`, user);
    const pool = sandbox.cognito.store.pools.get(id)!;
    expect((await visitor.get(`/pools/${id}`)).progress).to.contain('24 of 24 points');
    expect([pool.users.size, pool.clients.size, sandbox.cognito.outbox.messages.length]).to.deep.equal([1, 1, 0]);
  });

  it('says what the last change turned green, and what red', async () => {
    const id = poolIdIn(await visitor.create(upToTask(model, 7)));
    const red = await visitor.post(`/pools/${id}/providers`, { 'federated-sign-in-options': ['Google'] });
    expect(red.progress).to.contain('Your last change ✘ No longer passed: The user pool is the only provider');
    // A change by another program is one, too.
    await sandbox.cognito.call('DeleteIdentityProvider', { UserPoolId: id, ProviderName: 'Google' }, place);
    expect((await visitor.get('/')).progress).to.contain('Now passed: The user pool is the only provider');
  });

  it('gives hints a step at a time: where, then what, then the command', async () => {
    const id = poolIdIn(await visitor.create(solutionWith(5, { 'Allow users to sign themselves up': false })));
    const { progress } = await visitor.get(`/pools/${id}`);
    const [where, what, command] = [
      'Here: Sign-up > Self-service sign-up',
      'Only an administrator can create users. Enable self-registration.',
      'aws cognito-idp update-user-pool',
    ].map((text) => progress.indexOf(text));
    expect(where).to.be.greaterThan(0);
    expect(what).to.be.greaterThan(where ?? 0);
    expect(command).to.be.greaterThan(what ?? 0);
    expect(progress).to.contain(`--endpoint-url ${sandbox.url}`);
  });

  it('tells a page that stays open what changes', async () => {
    const id = poolIdIn(await visitor.create(upToTask(model, 7)));
    const events = await fetch(`${sandbox.url}/events?pool=${id}`);
    expect(events.headers.get('content-type')).to.contain('text/event-stream');
    const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const until = async (words: string): Promise<void> => {
      while (!text.includes(words)) text += (await reader.read()).value ?? '';
    };
    await until('21 of 24 points');
    text = '';
    await visitor.post(`/pools/${id}/users/create`, user);
    await until('24 of 24 points');
    expect(text).to.contain('Now passed: There is a user with an email address.');
    await reader.cancel();
  });

  it('ends what it tells when the sandbox stops', async () => {
    const events = await fetch(`${sandbox.url}/events?pool=`);
    const all = events.text();
    await sandbox.close();
    await all;
  });

  it('is that of any lab, and says what the wizard lacks', async () => {
    const folder = new LabFolder().write('fixtures/model-solution.json', JSON.stringify(model));
    folder.write(
      'fixtures/lab.json',
      JSON.stringify({
        schema: labSchemaId,
        id: 'guards',
        title: 'Guards',
        version: '1',
        tasks: [{ id: 1, title: 'Guard the pool' }],
      }),
    );
    folder.write(
      'features/task-1.feature',
      `@task-1
Feature: Task 1: Guard the pool

  @check:guarded @points:5
  Scenario: Threat protection is on
    Hint: Turn it on.
    Classic wizard: App integration > Advanced security.
    Console: Security > Threat protection.
    Docs: https://docs.aws.amazon.com/cognito/

    Given a learner has completed the lab
    Then the threat protection should be "Full-function"
`,
    );
    await sandbox.close();
    sandbox = await startPractice({}, { lab: readLab(folder.path) });
    visitor = new Visitor(sandbox.url);
    try {
      const review = await visitor.wizard(model);
      expect(review.text)
        .to.contain('Not in the wizard')
        .and.to.contain('Threat protection Security > Threat protection');
      const created = await visitor.post(review.forms[0] ?? '');
      expect(created.progress).to.contain('Guards').and.to.contain('0 of 5 points');
      expect(created.links).to.include(`/pools/${poolIdIn(created)}/security#section-threat-protection`);
    } finally {
      folder.remove();
    }
  });

  it('does not take the page along where it cannot be judged', async () => {
    await sandbox.close();
    sandbox = await startPractice({}, () => {
      throw new Error('the features are gone');
    });
    const page = await new Visitor(sandbox.url).get('/');
    expect(page.status).to.equal(200);
    expect(page.progress).to.contain('The progress could not be judged: the features are gone');
  });
});
