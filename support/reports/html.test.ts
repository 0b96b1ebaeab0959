import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { hostileTexts, samples } from '../../fixtures/results';
import { elementsOf } from '../../tests/html-tree';
import { html } from './html';
import { plainText } from '../common/text/plain-text';

const options = { colour: false, width: 100, unicode: true };

const own =
  'html head meta title style body header main footer section nav h1 h2 h3 h4 p ul ol li dl dt dd div span strong code pre a details summary';

describe('The page', () => {
  for (const [name, sample] of Object.entries(samples)) {
    const elements = elementsOf(html(sample, options));
    const named = (tag: string): typeof elements => elements.filter((element) => element.name === tag);

    it(`consists of its own elements and attributes: ${name}`, () => {
      for (const element of elements) {
        expect(own.split(' '), element.text.slice(0, 80)).to.include(element.name);
        for (const attribute of Object.keys(element.attributes)) expect(attribute).not.to.match(/^on|^style$|^src/);
      }
    });

    it(`lets nothing through but its own style: ${name}`, () => {
      const [style, ...others] = named('style');
      const hash = createHash('sha256')
        .update(style?.text ?? '')
        .digest('base64');
      const [policy] = named('meta').filter(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
      expect(others).to.be.empty;
      expect(policy?.attributes.content).to.equal(
        `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
      );
      expect(style?.text).not.to.match(/url\(|@import/);
    });

    it(`goes to its own parts and to the web only: ${name}`, () => {
      const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
      expect(new Set(ids)).to.have.lengthOf(ids.length);
      for (const { attributes } of named('a'))
        if (attributes.href?.startsWith('#')) expect(ids).to.include(attributes.href.slice(1));
        else expect(attributes.href).to.match(/^https?:\/\//);
      for (const { attributes } of elements)
        if (attributes['aria-labelledby']) expect(ids).to.include(attributes['aria-labelledby']);
    });

    it(`has one title, landmarks, and headings without a gap: ${name}`, () => {
      for (const tag of ['h1', 'header', 'main', 'footer', 'nav']) expect(named(tag), tag).to.have.lengthOf(1);
      const levels = elements.flatMap(({ name: tag }) => (/^h[1-6]$/.test(tag) ? [Number(tag[1])] : []));
      levels.reduce((above, level) => {
        expect(level).to.be.at.most(above + 1);
        return level;
      }, 0);
    });
  }

  it('opens the failed checks and no others', () => {
    const details = elementsOf(html(samples.failing, options)).filter(({ name }) => name === 'details');
    for (const { attributes } of details)
      expect('open' in attributes).to.equal(attributes.class?.split(' ').includes('failed'));
  });

  it('says each state as a word', () => {
    const states = elementsOf(html(samples.failing, options)).filter(({ attributes }) => attributes.class === 'state');
    expect(new Set(states.map(({ text }) => text))).to.have.all.keys('passed', 'failed', 'blocked', 'skipped');
  });

  it('puts blocked checks under their cause', () => {
    const blocked = elementsOf(html(samples.failing, options)).filter(
      ({ attributes }) => attributes.class === 'holds-up',
    );
    expect(blocked.map(({ text }) => text.trim().split(/\s*\n\s*/))).to.deep.include([
      'Blocked until required-attributes passes:',
      'A sign-up that lacks a required attribute is refused (Task 5, sign-up-needs-attributes)',
      'The created user completes their account at the first sign-in (Task 8, first-sign-in)',
    ]);
  });

  it('claims no score when something could not be checked', () => {
    const elements = elementsOf(html(samples['could-not-look'], options));
    expect(elements.filter(({ attributes }) => attributes.class === 'score')).to.be.empty;
    expect(elements.find(({ name }) => name === 'h1')?.text).to.equal('Not graded: 3 checks could not be completed');
  });

  it('shows every word of a text from outside, as text', () => {
    const [page] = elementsOf(html(samples.hostile, options));
    for (const [name, text] of Object.entries(hostileTexts))
      expect(squeeze(page?.text ?? ''), name).to.include(squeeze(plainText(text)));
  });
});

const squeeze = (text: string): string => text.replace(/\s+/g, '');
