import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** Debian's; CHROMIUM names another. */
export const executable = process.env.CHROMIUM ?? '/usr/bin/chromium';

export const isThere = existsSync(executable);

export const openBrowser = (): Promise<Browser> =>
  // Containers have no sandbox for the browser; it shows only pages that are made here.
  chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });

/** A page in the browser, and everything it did that no report may do. */
export interface Shown {
  page: Page;
  context: BrowserContext;
  /** Requests, dialogs, errors and console messages, in order. */
  happenings: string[];
}

export interface Look {
  width?: number;
  scheme?: 'light' | 'dark';
}

/** Every page is served at this address by the test itself; all other requests are aborted. */
const address = 'http://report.invalid/report.html';

/** Shows a page as a reader's browser does, with scripts enabled, so that an injected one would run. */
export async function show(
  browser: Browser,
  html: string,
  { width = 1280, scheme = 'light' }: Look = {},
): Promise<Shown> {
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
