import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { parse } from 'yaml';
import packageJson from '../../package.json';
import { elementsOf, type PageElement } from '../html-tree';
import { Page, root } from './page';
import { blocksOf, pages } from './shell-blocks';

const read = new Map<string, PageElement[]>();

function elements(path: string): PageElement[] {
  const known = read.get(path);
  if (known) return known;
  const found = elementsOf(micromark(new Page(path).text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] }));
  read.set(path, found);
  return found;
}

/** The anchors that GitHub gives the headings of a page. */
const anchors = (path: string): string[] =>
  elements(path)
    .filter(({ name }) => /^h[1-6]$/.test(name))
    .map(({ text }) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}_ -]/gu, '')
        .replaceAll(' ', '-'),
    );

describe('The pages of the documentation', () => {
  for (const path of pages) {
    it(`${path} links to what is there`, () => {
      const targets = elements(path)
        .map(({ attributes }) => attributes.href ?? attributes.src)
        .filter((target) => target !== undefined && !/^https?:/.test(target));
      const broken = targets.filter((target = '') => {
        const [file = '', anchor] = target.split('#');
        const linked = file === '' ? path : join(dirname(path), file).replaceAll('\\', '/');
        return !existsSync(join(root, linked)) || (anchor !== undefined && !anchors(linked).includes(anchor));
      });
      expect(broken).to.deep.equal([]);
    });

    it(`${path} names scripts that package.json has`, () => {
      const named = [...new Page(path).text.matchAll(/\bnpm run ([\w:]+)/g)].map(([, name]) => name);
      expect(Object.keys(packageJson.scripts)).to.include.members(named);
    });
  }

  it('are each linked from another one', () => {
    const linked = new Set(
      pages.flatMap((path) =>
        elements(path).flatMap(({ attributes: { href = '' } }) =>
          /^https?:/.test(href) ? [] : join(dirname(path), href.split('#')[0] ?? '').replaceAll('\\', '/'),
        ),
      ),
    );
    expect(pages.filter((path) => path !== 'README.md' && !linked.has(path))).to.deep.equal([]);
  });

  it('have workflows that are YAML and name actions by their commits', () => {
    const workflows = pages.flatMap((path) => blocksOf(path).filter(({ language }) => language === 'yaml'));
    expect(workflows).not.to.be.empty;
    for (const { text } of workflows) {
      expect(parse(text)).to.be.an('object');
      for (const [, action = ''] of text.matchAll(/uses: (\S+)/g))
        expect(action).to.match(/@[0-9a-f]{40}$|^OWNER\/cognito-lab\S*@COMMIT$/);
    }
  });
});
