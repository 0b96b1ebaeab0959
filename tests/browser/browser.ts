import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** Debian's; CHROMIUM names another. */
export const executable = process.env.CHROMIUM ?? '/usr/bin/chromium';

export const isThere = existsSync(executable);

export const openBrowser = (): Promise<Browser> =>
  // A container has no sandbox of its own for the browser, and it is only shown pages that are made here.
  chromium.launch({ executablePath: executable, args: ['--no-sandbox'] });

/** A page that is shown, and all that it did which no report may do. */
export interface Shown {
  page: Page;
  context: BrowserContext;
  /** Requests, dialogs, errors, and words of the console, as they came. */
  happenings: string[];
}

export interface Look {
  width?: number;
  scheme?: 'light' | 'dark';
}

/** Every page is asked for at this address; nothing is listening there, and nothing else is let through. */
const address = 'http://report.invalid/report.html';

/** Shows a page as a reader's browser does, with scripts allowed, so that one that got in would run. */
export async function show(
  browser: Browser,
  html: string,
  { width = 1280, scheme = 'light' }: Look = {},
): Promise<Shown> {
  // axe is put into the page from outside, which the page's own policy would refuse.
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, bypassCSP: false });
  const page = await context.newPage();
  const happenings: string[] = [];
  page.on('dialog', (dialog) => {
    happenings.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => happenings.push(`error: ${error.message}`));
  page.on('console', (message) => happenings.push(`console: ${message.text()}`));
  page.on('popup', () => happenings.push('popup'));
  await page.route('**/*', async (route) => {
    if (route.request().url() === address && happenings.length === 0) {
      await route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
      return;
    }
    happenings.push(`request: ${route.request().url()}`);
    await route.abort();
  });
  await page.goto(address, { waitUntil: 'load' });
  return { page, context, happenings };
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong, a line a place, by the rules of WCAG 2.2 A and AA and axe's best practices. */
export async function axeFaults({ page }: Shown): Promise<string[]> {
  // Evaluated by the debugger, which no policy of a page keeps out.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    interface Axe {
      run(
        options: object,
      ): Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }>;
    }
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    );
  });
}
