import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { classes } from '../../fixtures/classes';
import type { ClassSummary } from '../../support/lab/result/class-result';
import { samples } from '../../fixtures/results';
import { classPage } from '../../support/commands/grade/outputs/class-page';
import { learnerPage } from '../../support/commands/grade/outputs/learner-page';
import { html } from '../../support/reports/html';
import { axeFaults, executable, isThere, openBrowser, show, type Look, type Shown } from './browser';

const options = { colour: false, width: 100, unicode: true };

/** More learners than a page is read with without sorting and filtering. */
const largeClass: ClassSummary = {
  ...classes.mixed,
  learners: Array.from({ length: 6 }, (_, at) =>
    classes.mixed.learners.map((learner) => ({
      ...learner,
      student: `${learner.student}-${at}`,
      name: `${learner.name} ${at}`,
    })),
  ).flat(),
};

/** Every page that is handed to a person, by what it is about. */
const pages: Record<string, () => string> = {
  ...Object.fromEntries(
    Object.entries(samples).map(([name, sample]) => [`learner: ${name}`, () => html(sample, options)]),
  ),
  ...Object.fromEntries(
    (['mixed', 'hostile'] as const).flatMap((name) =>
      classes[name].learners
        .slice(3, 6)
        .map((learner, at) => [`learner ${at} of a class: ${name}`, () => learnerPage(samples.failing, learner)]),
    ),
  ),
  'class: large': () => classPage(largeClass),
  ...Object.fromEntries(Object.entries(classes).map(([name, summary]) => [`class: ${name}`, () => classPage(summary)])),
};

const looks: Record<string, Look> = {
  'light, wide': { width: 1280, scheme: 'light' },
  'dark, wide': { width: 1280, scheme: 'dark' },
  'light, between': { width: 900, scheme: 'light' },
  'light, a phone': { width: 390, scheme: 'light' },
  'dark, a phone': { width: 390, scheme: 'dark' },
};

const widthOf = ({ page }: Shown): Promise<{ wanted: number; room: number }> =>
  page.evaluate('({ wanted: document.documentElement.scrollWidth, room: document.documentElement.clientWidth })');

describe(`Pages in a browser (${executable})`, () => {
  let browser: Browser;

  before(async function () {
    if (!isThere) {
      process.stderr.write(`No browser at ${executable}: apt-get install chromium, or name one in CHROMIUM.\n`);
      this.skip();
    }
    browser = await openBrowser();
  });
  after(() => browser?.close());

  const using = async (page: string, look: Look, work: (shown: Shown) => Promise<void>): Promise<void> => {
    const shown = await show(browser, page, look);
    try {
      await work(shown);
    } finally {
      await shown.context.close();
    }
  };

  for (const [name, page] of Object.entries(pages)) {
    for (const [way, look] of Object.entries(looks))
      it(`${name}, ${way}: axe finds nothing, and nothing sticks out`, () =>
        using(page(), look, async (shown) => {
          expect(await axeFaults(shown)).to.deep.equal([]);
          const { wanted, room } = await widthOf(shown);
          expect(wanted, 'width of the page').to.be.at.most(room);
        }));

    it(`${name}: nothing runs and nothing is asked for`, () =>
      using(page(), {}, async ({ page: shown, happenings }) => {
        // Whatever waits for somebody: the pointer on every element, every part opened, every link in sight.
        await shown.evaluate(`for (const element of document.querySelectorAll('*')) {
          if (element.tagName === 'DETAILS') element.open = true;
          for (const type of ['mouseover', 'focus', 'toggle', 'load', 'error'])
            element.dispatchEvent(new Event(type, { bubbles: true }));
        }`);
        await shown.emulateMedia({ media: 'print' });
        expect(happenings).to.deep.equal([]);
      }));

    it(`${name}: leads nowhere but to its own parts, its folder and the web`, () =>
      using(page(), {}, async ({ page: shown }) => {
        const links = await shown.evaluate<string[]>('[...document.links].map(({ href }) => href)');
        for (const link of links) expect(link).to.match(/^(https?:\/\/|http:\/\/report\.invalid\/)/);
        const local = links.filter((link) => link.startsWith('http://report.invalid/'));
        for (const link of local) expect(new URL(link).pathname, link).not.to.match(/^\/\/|\/\.\.\//);
      }));
  }

  it('would see what gets in: a script, a request, a lack of contrast, a page too wide', async () => {
    const bad = `<!doctype html><html><head><title>t</title></head><body><p style="color:#ccc">faint</p>
      <img src="http://evil.invalid/x.png"><script>alert(1)</script><div style="width:3000px">wide</div></body></html>`;
    await using(bad, {}, async (shown) => {
      expect(shown.happenings).to.include('dialog: 1');
      expect(shown.happenings.join()).to.include('request: http://evil.invalid/x.png');
      expect((await axeFaults(shown)).join())
        .to.include('color-contrast')
        .and.to.include('image-alt');
      const { wanted, room } = await widthOf(shown);
      expect(wanted).to.be.above(room);
    });
  });

  it('say to a screen reader what they show: each learner by name, each task with its state', () =>
    using(classPage(classes.mixed), { width: 390 }, async ({ page }) => {
      const row = page.getByRole('row', { name: /Bao Nguyễn/ });
      await row.waitFor();
      expect(await row.getByRole('cell').count()).to.equal(classes.mixed.tasks.length + 1);
      expect(await page.getByRole('columnheader', { name: /Task 4/ }).count()).to.equal(2);
      expect(await row.getByRole('cell').nth(2).innerText()).to.match(/failed\s+1 of 3/);
    }));

  for (const width of [390, 900, 1280, 1900])
    it(`stands in the middle of the page at a width of ${width}`, () =>
      using(classPage(classes.mixed), { width }, async ({ page }) => {
        const offsets = await page.evaluate<number[]>(`[...document.querySelectorAll('header, main > *, footer')].map(
          (element) => {
            const { left, right } = element.getBoundingClientRect();
            return Math.abs(left + right - document.documentElement.clientWidth);
          })`);
        for (const offset of offsets) expect(offset).to.be.at.most(2);
      }));

  it('sorts and filters a large class', () =>
    using(classPage(largeClass), {}, async ({ page, happenings }) => {
      const names = (): Promise<string[]> =>
        page.locator('#verified ~ table tbody tr:not([hidden]) th bdi:first-child').allInnerTexts();
      const all = await names();
      expect(all).to.have.lengthOf(24);
      await page.getByLabel('Find').fill('bao s-102-5');
      expect(await names()).to.deep.equal(['Bao Nguyễn 5']);
      expect(await page.getByRole('status').innerText()).to.equal('1 shown');
      await page.getByLabel('Find').fill('');
      await page.getByRole('combobox').selectOption('Fewest points first');
      expect((await names())[0]).to.equal('Emeka Eze 0');
      await page.getByRole('combobox').selectOption('By name');
      expect((await names()).slice(0, 2)).to.deep.equal(['Ada Abioye 0', 'Ada Abioye 1']);
      await page.getByRole('combobox').selectOption('In the order of the roster');
      expect(await names()).to.deep.equal(all);
      expect(happenings).to.deep.equal([]);
    }));

  it('can be walked through with the keyboard, from link to link', () =>
    using(classPage(classes.mixed), {}, async ({ page }) => {
      const seen: string[] = [];
      for (let step = 0; step < 3; step++) {
        await page.keyboard.press('Tab');
        seen.push(await page.evaluate<string>('document.activeElement?.textContent'));
      }
      expect(seen).to.deep.equal(['Ada Abioye', 'Bao Nguyễn', 'Emeka Eze']);
    }));
});
