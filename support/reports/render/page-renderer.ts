import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Eta } from 'eta';
import { themeSheet } from './theme-sheet';

/** What every page shares: its layout and its style sheet. */
const shared = path.join(__dirname, 'views');

const read = (file: string): string => readFileSync(file, 'utf8');

export type RenderPage = (data: { title: string; interactive?: boolean } & Record<string, unknown>) => string;

/**
 * A renderer of one kind of page. A page is self-contained: it loads nothing, and its Content-Security-Policy allows
 * nothing but its own style, and its own script where the page is `interactive`.
 *
 * @param views folder of the templates
 * @param name of the template `NAME.eta`; `NAME.css` beside it adds to the style of all pages, `NAME.browser.js`
 *   is its script
 * @returns a function of what the template shows, as `it`; the template escapes it where it is inserted
 */
export function pageRenderer(views: string, name: string): RenderPage {
  const own = (ending: string): string[] => [path.join(views, name + ending)].filter((file) => existsSync(file));
  const style = [themeSheet, path.join(shared, 'style.css'), ...own('.css')].map(read).join('\n');
  const script = own('.browser.js').map(read).join('');
  const assets = { style, styleHash: sha256(style) };
  const scripts = { script, scriptHash: sha256(script) };
  // Compiled templates are cached: the pages of a large class cost no more than filling them in.
  const eta = new Eta({ views, cache: true });
  eta.loadTemplate('@layout', read(path.join(shared, 'layout.eta')));
  return (data) => eta.render(name, { ...data, ...assets, ...(data.interactive && scripts) });
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');
