/** A page as a browser's parser reads it, for tests that ask what really becomes of a text. */
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

export interface PageElement {
  name: string;
  attributes: Record<string, string>;
  /** All text within, styles and scripts too. */
  text: string;
}

/** Every element of the page, in its order. */
export const elementsOf = (html: string): PageElement[] => walk(parse(html));

function walk(node: Tree.Node): PageElement[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(walk) : [];
  if (!('tagName' in node)) return children;
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  return [{ name: node.tagName, attributes, text: textOf(node) }, ...children];
}

const textOf = (node: Tree.Node): string => {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
};
