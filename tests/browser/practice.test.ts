import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { RunningServer } from '../../support/simulator/server/start-server';
import { startPractice } from '../practice/visitor';
import { axeFaults, executable, isThere, openBrowser } from './browser';

const entry = join(__dirname, '../../bin/cognito-lab.js');
const place = { region: 'us-east-1', accountId: '123456789012', requestId: 'test' };

/** A learner at the practice console. */
class Learner {
  constructor(readonly page: Page) {}

  async open(path: string): Promise<void> {
    await this.page.goto(path);
  }

  /** The field or the group of this name, in what the tutorial shows: not in what is folded away. */
  group(name: string): Locator {
    return this.page.getByRole('group', { name, exact: true });
  }

  async select(group: string, ...options: string[]): Promise<void> {
    for (const option of options) await this.group(group).getByLabel(option, { exact: true }).check();
  }

  async fill(label: string, text: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).fill(text);
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name, exact: true }).click();
  }

  async follow(name: string): Promise<void> {
    await this.page.getByRole('main').getByRole('link', { name, exact: true }).click();
  }

  get heading(): Promise<string> {
    return this.page.getByRole('heading', { level: 1 }).innerText();
  }

  /** `24 of 24 points`, once it says so. */
  async scores(text: string): Promise<void> {
    await this.page.locator('#score', { hasText: text }).waitFor({ timeout: 10_000 });
  }

  /** Tasks 2 to 8 in the tutorial's words, with what was chosen otherwise. */
  async wizard(otherwise: { required?: string[]; name?: string; client?: string } = {}): Promise<void> {
    const {
      required = ['Name', 'Preferred username', 'Phone number'],
      name = 'keke user pool',
      client = 'kekeclient',
    } = otherwise;
    // Task 2: Creating a User Pool
    await this.open('/');
    await this.follow('Create user pool');
    // Task 3: Configure sign-in experience
    expect(await this.heading).to.equal('Step 1: Configure sign-in experience');
    await this.select('Provider types', 'Cognito user pool');
    await this.select('Cognito user pool sign-in options', 'Email');
    await this.press('Next');
    // Task 4: Configure Security Requirements
    expect(await this.heading).to.equal('Step 2: Configure security requirements');
    await this.select('Password policy mode', 'Cognito defaults');
    await this.select('MFA enforcement', 'No MFA');
    await this.press('Next');
    // Task 5: Configure sign-up experience
    expect(await this.heading).to.equal('Step 3: Configure sign-up experience');
    await this.page.getByLabel('Allow users to sign themselves up').check();
    await this.select('Attribute verification and user account confirmation', 'Keep the default');
    await this.select('Required attributes', ...required);
    await this.press('Next');
    // Task 6: Configure Message delivery
    expect(await this.heading).to.equal('Step 4: Configure message delivery');
    await this.select('Email provider', 'Send email with Cognito');
    await this.press('Next');
    // Task 7: Integrate your app
    expect(await this.heading).to.equal('Step 5: Integrate your app');
    await this.fill('User pool name', name);
    await this.fill('App client name', client);
    await this.press('Next');
    // Task 8: Review
    expect(await this.heading).to.equal('Review and create');
    await this.press('Create user pool');
    expect(await this.heading).to.equal('Users');
  }

  /** Create user, of Task 8. */
  async createUser(): Promise<void> {
    await this.follow('Create user');
    await this.fill('Email address', 'success+keke@simulator.amazonses.com');
    await this.fill('Temporary password', 'Welcome-2-the-lab');
    await this.press('Create user');
  }

  tab(name: string): Promise<void> {
    return this.page.getByRole('navigation', { name: 'User pool', exact: true }).getByRole('link', { name }).click();
  }
}

describe(`The practice console in a browser (${executable})`, () => {
  let browser: Browser;
  let sandbox: RunningServer;
  const contexts: BrowserContext[] = [];
  /** What a page did that none may do. */
  const happenings: string[] = [];

  before(async function () {
    if (!isThere) this.skip();
    browser = await openBrowser();
  });
  after(() => browser?.close());
  beforeEach(async () => {
    sandbox = await startPractice();
    happenings.length = 0;
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    await sandbox.close();
    expect(happenings).to.deep.equal([]);
  });

  const open = async (options: Parameters<Browser['newContext']>[0] = {}): Promise<Learner> => {
    const context = await browser.newContext({
      baseURL: sandbox.url,
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    contexts.push(context);
    const page = await context.newPage();
    page.on('pageerror', (error) => happenings.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      happenings.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('console', (message) => {
      // A form that was not accepted is a page of its own, with a status of its own.
      if (!/status of 4\d\d/.test(message.text())) happenings.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== sandbox.url) happenings.push(`request: ${request.url()}`);
    });
    return new Learner(page);
  };

  /** Downloads the snapshot, and has it graded as an instructor does. */
  const handIn = async (learner: Learner): Promise<{ status: string; score: { earned: number; possible: number } }> => {
    const folder = mkdtempSync(join(tmpdir(), 'cognito-lab-'));
    try {
      await learner.tab('Hand in');
      const [file] = await Promise.all([
        learner.page.waitForEvent('download'),
        learner.follow('Hand in: download the snapshot'),
      ]);
      await file.saveAs(join(folder, 'class', 'keke.json'));
      await promisify(execFile)(
        process.execPath,
        [entry, 'grade', join(folder, 'class'), '--output', join(folder, 'out')],
        {
          env: { ...process.env, LAB_USER_POOL_NAME: '' },
        },
      );
      return JSON.parse(readFileSync(join(folder, 'out', 'results', 'keke.json'), 'utf8')) as never;
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it('goes from an empty sandbox to everything by the tutorial’s words, and hands in what grade passes', async () => {
    const learner = await open({ acceptDownloads: true });
    await learner.open('/');
    await learner.scores('0 of 24 points');
    await learner.wizard();
    await learner.scores('21 of 24 points');
    await learner.createUser();
    await learner.scores('24 of 24 points');
    expect((await handIn(learner)).status).to.equal('passed');
  });

  it('does the same without a script', async () => {
    const learner = await open({ javaScriptEnabled: false });
    await learner.wizard();
    await learner.createUser();
    await learner.scores('24 of 24 points');
  });

  it('finds ten mistakes, and lets each be put right', async () => {
    const learner = await open();
    const { page } = learner;
    const progress = page.getByRole('complementary');
    const save = (section: string) => learner.press(`Save changes: ${section}`);
    const turned = (title: string, way: 'Now' | 'No longer') =>
      page.locator('.turns li', { hasText: `${way} passed: ${title}` }).waitFor();

    // 1 and 2: fixed once the pool exists. The hint says to make it again.
    await learner.wizard({ required: ['Name'], client: 'KekeClient' });
    await learner.scores('16 of 24 points');
    expect(await progress.innerText()).to.contain('["KekeClient"]');
    // Put right, as the hint says: the pool is deleted, and another one made.
    await learner.tab('Overview');
    await learner.follow('Delete user pool');
    await learner.fill('To confirm the deletion, enter the name of the user pool', 'keke user pool');
    await learner.press('Delete user pool');
    await learner.wizard({ client: 'KekeClient' });
    await learner.createUser();
    await learner.scores('22 of 24 points');
    await learner.tab('App clients');
    await learner.follow('KekeClient');
    await learner.fill('App client name', 'kekeclient');
    await save('App client information');
    await learner.scores('24 of 24 points');

    // 3 to 9: each turns red what it must, and green again.
    const mistakes: [
      tab: string,
      section: string,
      check: string,
      wrong: () => Promise<void>,
      right: () => Promise<void>,
    ][] = [
      [
        'Sign-in',
        'Multi-factor authentication',
        'There is no multi-factor authentication',
        () => learner.select('MFA enforcement', 'Optional MFA'),
        () => learner.select('MFA enforcement', 'No MFA'),
      ],
      [
        'Security',
        'Password policy',
        'The password policy is the Cognito default',
        () => learner.fill('Password minimum length', '12'),
        () => learner.fill('Password minimum length', '8'),
      ],
      [
        'Security',
        'Password policy',
        'The password policy is the Cognito default',
        () => learner.group('Password requirements').getByLabel('Contains at least 1 number').uncheck(),
        () => learner.select('Password requirements', 'Contains at least 1 number'),
      ],
      [
        'Sign-up',
        'Self-service sign-up',
        'Users may sign themselves up',
        () => page.getByLabel('Self-registration').uncheck(),
        () => page.getByLabel('Self-registration').check(),
      ],
      [
        'Sign-up',
        'Attribute verification and user account confirmation',
        'The email address is verified at sign-up',
        () => learner.group('Attributes that Cognito verifies').getByLabel('Email').uncheck(),
        () => learner.select('Attributes that Cognito verifies', 'Email'),
      ],
      [
        'Messages',
        'Email',
        'Cognito sends the email',
        async () => {
          await learner.select('Email provider', 'Send email with Amazon SES');
          await learner.fill('SES identity', 'arn:aws:ses:us-east-1:123456789012:identity/keke@example.com');
        },
        async () => {
          await learner.select('Email provider', 'Send email with Cognito');
          await learner.fill('SES identity', '');
        },
      ],
    ];
    for (const [tab, section, check, wrong, right] of mistakes) {
      await learner.tab(tab);
      await wrong();
      await save(section);
      await turned(check, 'No longer');
      await right();
      await save(section);
      await turned(check, 'Now');
      await learner.scores('24 of 24 points');
    }

    // 10: another provider.
    await learner.tab('Sign-in');
    await learner.select('Federated sign-in options', 'Google');
    await learner.press('Add identity provider');
    await turned('The user pool is the only provider', 'No longer');
    await learner.press('Delete identity provider Google');
    await turned('The user pool is the only provider', 'Now');
    await learner.scores('24 of 24 points');
  });

  it('shows a change of another program without reloading, and keeps a hint open that was opened', async () => {
    const learner = await open();
    await learner.wizard({ client: 'another' });
    const { page } = learner;
    const hint = page.locator('[data-key="where-app-client"]');
    await hint.getByText('Hint: where is it?').click();
    const isOpen = (): Promise<boolean> =>
      page.evaluate<boolean>(`document.querySelector('[data-key="where-app-client"]').open`);
    expect(await isOpen()).to.equal(true);
    const [id = ''] = /us-east-1_\w+/.exec(page.url()) ?? [];
    const started = Date.now();
    await sandbox.cognito.call('UpdateUserPool', { UserPoolId: id, AutoVerifiedAttributes: [] }, place);
    await page
      .locator('.turns li', { hasText: 'No longer passed: The email address is verified at sign-up' })
      .waitFor();
    expect(Date.now() - started).to.be.lessThan(5000);
    expect(await isOpen()).to.equal(true);
    expect(await page.locator('#announcement').textContent()).to.contain('No longer passed');
  });

  it('can be worked by the keyboard alone', async () => {
    const learner = await open();
    const { page } = learner;
    await learner.open('/create/new/1');
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>('document.activeElement.textContent')).to.equal('Skip to the form');
    await page.keyboard.press('Enter');
    const walk = async (to: string): Promise<void> => {
      for (let step = 0; step < 60; step += 1) {
        await page.keyboard.press('Tab');
        const name = await page.evaluate<string>(
          '(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()',
        );
        if (name === to) return;
      }
      expect.fail(`${to} was not reached`);
    };
    await walk('Cognito user pool');
    await page.keyboard.press('Space');
    await walk('Email');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Step 2: Configure security requirements' }).waitFor();
  });

  it('says what was not accepted first, and leads to the field', async () => {
    const learner = await open();
    await learner.open('/create/new/1');
    await learner.press('Next');
    const { page } = learner;
    expect(await page.title()).to.match(/^Error: Step 1/);
    expect(await page.evaluate('document.activeElement.id')).to.equal('faults');
    await page.getByRole('alert').getByRole('link', { name: 'Provider types' }).click();
    expect(await page.evaluate('location.hash')).to.equal('#provider-types-cognito-user-pool');
  });

  const looks = {
    'light, wide': { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
    'dark, wide': { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
    'light, a phone': { viewport: { width: 360, height: 740 }, colorScheme: 'light' },
    'dark, a phone': { viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
  } as const;
  for (const [way, look] of Object.entries(looks))
    it(`${way}: axe finds nothing on any page, and nothing sticks out`, async () => {
      const learner = await open(look);
      const { page } = learner;
      await learner.wizard({
        client: 'KekeClient',
        name: 'A name that is as long as names of user pools are, and longer',
      });
      await learner.createUser();
      const [base = ''] = /\/pools\/[^/?]+/.exec(page.url()) ?? [];
      const links = await page.evaluate<string[]>("[...document.querySelectorAll('main a')].map((a) => a.pathname)");
      const user = links.find((link) => link.startsWith(`${base}/users/`) && !link.endsWith('/create')) ?? '';
      const paths = ['/', '/create/new/1', '/create/present', '/mailbox', '/start-again', '/nowhere', base, user];
      for (const tab of [
        'users',
        'users/create',
        'groups',
        'resource-servers',
        'clients',
        'clients/create',
        'sign-in',
        'sign-up',
        'security',
        'messages',
        'hand-in',
        'delete',
      ])
        paths.push(`${base}/${tab}`);
      for (const path of paths) {
        await learner.open(path);
        await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
        expect(await axeFaults({ page } as never), path).to.deep.equal([]);
        const { wanted, room } = await page.evaluate<{ wanted: number; room: number }>(
          '({ wanted: document.documentElement.scrollWidth, room: document.documentElement.clientWidth })',
        );
        expect(wanted, `width of ${path}`).to.be.at.most(room);
      }
      await learner.open('/create/new/1');
      await learner.press('Next');
      expect(await axeFaults({ page } as never), 'a form that was not accepted').to.deep.equal([]);
    });
});
