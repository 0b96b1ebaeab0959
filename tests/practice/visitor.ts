import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { readLab } from '../../support/lab/lab-folder';
import type { Solution } from '../../support/lab/solution/solution';
import { openConsole } from '../../support/practice/console';
import { valuesOfSolution } from '../../support/practice/forms/form-solution';
import type { Values } from '../../support/practice/forms/field';
import type { PracticeLab } from '../../support/practice/progress/practice-lab';
import { fieldsOf, steps } from '../../support/practice/wizard/steps';
import { startServer, type RunningServer, type ServerOptions } from '../../support/simulator/server/start-server';

/** A sandbox with the practice console, on a free port. */
export const startPractice = (
  options: ServerOptions = {},
  lab: Partial<PracticeLab> | (() => PracticeLab) = {},
): Promise<RunningServer> => {
  const read = (): PracticeLab => ({ lab: readLab(), ...lab });
  return startServer({ pages: (host) => openConsole(host, typeof lab === 'function' ? lab : read), ...options });
};

/** A page as a visitor without a script sees it. */
export class Page {
  readonly #tree: Tree.Document;

  constructor(
    readonly status: number,
    readonly path: string,
    readonly html: string,
    readonly headers: Headers,
  ) {
    this.#tree = parse(html);
  }

  /** All text that is shown, blanks made one. */
  get text(): string {
    return textOf(this.all('body')[0]);
  }

  get heading(): string {
    return textOf(this.all('h1')[0]);
  }

  /** What is wrong, at its field: by the ids of the texts. */
  get faults(): Record<string, string> {
    return Object.fromEntries(
      this.all('p')
        .filter((p) => attribute(p, 'class') === 'fault')
        .map((p) => [(attribute(p, 'id') ?? '').replace(/-fault$/, ''), textOf(p)]),
    );
  }

  get alert(): string {
    return this.all('div')
      .filter((div) => attribute(div, 'role') === 'alert')
      .map((div) => textOf(div))
      .join();
  }

  get flash(): string {
    return this.all('p')
      .filter((p) => attribute(p, 'class') === 'flash')
      .map((p) => textOf(p))
      .join();
  }

  get progress(): string {
    return textOf(this.all('aside')[0]);
  }

  get links(): string[] {
    return this.all('a').map((a) => attribute(a, 'href') ?? '');
  }

  /** The addresses that the forms are sent to. */
  get forms(): string[] {
    return this.all('form').map((form) => attribute(form, 'action') ?? '');
  }

  /** The values that the fields have as they are shown. */
  get values(): Record<string, string[]> {
    const values: Record<string, string[]> = {};
    for (const field of [...this.all('input'), ...this.all('textarea')]) {
      const name = attribute(field, 'name') ?? '';
      const chosen = (values[name] ??= []);
      const isBox = /^(radio|checkbox)$/.test(attribute(field, 'type') ?? '');
      if (isBox && attribute(field, 'checked') === undefined) continue;
      chosen.push(field.nodeName === 'textarea' ? rawText(field) : (attribute(field, 'value') ?? ''));
    }
    return values;
  }

  /** What the form of an address was shown with. */
  seenOf(action: string): string {
    const form = this.all('form').find((each) => attribute(each, 'action') === action);
    const inputs = form ? [...within(form)].filter((node): node is Tree.Element => node.nodeName === 'input') : [];
    return attribute(inputs.find((input) => attribute(input, 'name') === 'seen') ?? form!, 'value') ?? '';
  }

  textIn(element: Tree.Element): string {
    return textOf(element);
  }

  all(name: string): Tree.Element[] {
    return [...within(this.#tree)].filter((node): node is Tree.Element => node.nodeName === name);
  }
}

function* within(node: Tree.Node): Generator<Tree.Node> {
  yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* within(child);
}

export const attribute = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

const rawText = (node: Tree.Node): string =>
  [...within(node)]
    .map((each) => (each.nodeName === '#text' ? (each as Tree.TextNode).value : isBlock.test(each.nodeName) ? ' ' : ''))
    .join('');

/** Elements that stand apart from the text before them. */
const isBlock = /^(p|div|dt|dd|li|t[hdr]|h[1-6]|legend|label|pre|summary|details|article|section)$/;

const textOf = (node: Tree.Node | undefined): string => (node ? rawText(node).replace(/\s+/g, ' ').trim() : '');

/** A person with a browser that runs no scripts. */
export class Visitor {
  constructor(readonly url: string) {}

  async get(path: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.#follow(path, { headers: { Accept: 'text/html,*/*;q=0.8', ...headers } });
  }

  /** Sends a form of the console, and goes where it leads. */
  async post(path: string, values: Values = {}, headers: Record<string, string> = {}): Promise<Page> {
    const body = new URLSearchParams(
      Object.entries(values).flatMap(([name, all]) => all.map((one): [string, string] => [name, one])),
    );
    return this.#follow(path, {
      method: 'POST',
      body,
      headers: { Accept: 'text/html,*/*;q=0.8', Origin: this.url, 'Sec-Fetch-Site': 'same-origin', ...headers },
    });
  }

  /** Goes through the wizard with a learner's choices, up to the review. */
  async wizard(solution: Solution): Promise<Page> {
    let page = await this.get('/create/new/1');
    for (const step of steps) page = await this.post(page.forms[0] ?? '', valuesOfSolution(fieldsOf(step), solution));
    return page;
  }

  /** Creates a pool with the wizard. @returns the page after it */
  async create(solution: Solution): Promise<Page> {
    const review = await this.wizard(solution);
    return this.post(review.forms[0] ?? '');
  }

  async #follow(path: string, init: RequestInit): Promise<Page> {
    const answer = await fetch(new URL(path, this.url), { ...init, redirect: 'manual' });
    const html = await answer.text();
    const location = answer.headers.get('location');
    if (answer.status === 303 && location !== null) return this.get(location);
    return new Page(answer.status, path, html, answer.headers);
  }
}

/** The id in the address of a pool's page. */
export const poolIdIn = ({ path }: Page): string => /^\/pools\/([^/?]+)/.exec(path)?.[1] ?? '';
