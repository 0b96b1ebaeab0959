import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Eta } from 'eta';

/** The pages that there are, with the style sheets that each takes. */
const sheets = { result: ['style'], class: ['style', 'class'] } as const;

type Template = keyof typeof sheets;

const read = (name: string): string => readFileSync(path.join(__dirname, `${name}.css`), 'utf8');

const styled = new Map(
  Object.entries(sheets).map(([template, names]) => {
    const style = names.map(read).join('\n');
    return [template, { style, styleHash: createHash('sha256').update(style).digest('base64') }];
  }),
);

// Keeps compiled templates, so that a page for each learner of a class costs no more than filling it in.
const eta = new Eta({ views: __dirname, cache: true });

/**
 * One self-contained page: a template of this folder in the layout that all pages share. Nothing is loaded and nothing
 * runs: the page's own style is the only thing that its Content-Security-Policy lets through.
 *
 * @param template the name of a file beside this one, without `.eta`
 * @param data what the template says, as `it`; all of it is escaped where it is put in
 */
export const renderPage = (template: Template, data: { title: string } & Record<string, unknown>): string =>
  eta.render(template, { ...data, ...styled.get(template) });
