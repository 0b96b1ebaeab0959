import { expect } from 'chai';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { hostileTexts, samples } from '../../fixtures/results';
import { elementsOf, type PageElement } from '../../tests/html-tree';
import { markdown } from './markdown';
import { plainText } from '../common/text/plain-text';

const options = { colour: false, width: 100, unicode: true };

/** As GitHub renders it, with the HTML in it let through. */
const toHtml = (text: string): string =>
  micromark(text, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });

const rendered = (text: string): PageElement[] => elementsOf(toHtml(text));

describe('The Markdown report', () => {
  it('has a row for each task', () => {
    const cells = rendered(markdown(samples.failing, options)).filter(({ name }) => name === 'tr');
    expect(cells.map(({ text }) => text.trim().split(/\s*\n\s*/))).to.deep.include.members([
      ['3', 'Configure sign-in experience', '❌ failed', '1 of 4 points'],
      ['8', 'Review', '⛔ blocked', '2 of 3 points'],
    ]);
    expect(cells).to.have.lengthOf(samples.failing.tasks.length + 1);
  });

  it('links the documentation of each failed check', () => {
    const links = rendered(markdown(samples.failing, options)).filter(({ name }) => name === 'a');
    expect(links.map(({ attributes }) => attributes.href))
      .to.have.lengthOf(5)
      .and.include('https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html');
  });

  it('puts blocked checks under their cause', () => {
    expect(markdown(samples.failing, options)).to.match(
      /Blocked until `required-attributes` passes:\n\n- `sign-up-needs-attributes` \(Task 5\).*\n- `first-sign-in` \(Task 8\)/,
    );
  });

  it('claims no score when something could not be checked', () => {
    const text = markdown(samples['could-not-look'], options);
    expect(text).to.match(
      /^## ❓ Creating a User Pool in AWS Cognito, version 1\.0\.0: no score, 3 checks could not be completed/,
    );
    expect(text).to.include('| 8 | Review | ❓ could not look | not graded |');
  });

  it('renders nothing but its own elements, whatever is in the result', () => {
    const names = new Set(rendered(markdown(samples.hostile, options)).map(({ name }) => name));
    expect([...names]).to.have.members(
      'html head body h2 h3 h4 p table thead tbody tr th td ul li strong code br a'.split(' '),
    );
  });

  it('links nothing that it was not told to link', () => {
    const links = rendered(markdown(samples.hostile, options)).filter(({ name }) => name === 'a');
    const failed = samples.hostile.tasks.flatMap(({ checks }) => checks.filter(({ status }) => status === 'failed'));
    const wanted = failed.filter(({ docs }) => docs.startsWith('https:'));
    expect(links).to.have.lengthOf(wanted.length);
    for (const { attributes } of links) expect(attributes.href).to.match(/^https:\/\/evil\.example\//);
    expect(links.map(({ attributes }) => attributes.href).join(' ')).to.include('&copy;');
  });

  it('mentions nobody: what GitHub would link or notify is code', () => {
    const html = toHtml(markdown(samples.hostile, options));
    expect(html).to.include('<code>@octocat</code>').and.include('<code>www.evil.example</code>');
    expect(html.replace(/<code>[^]*?<\/code>|<a href="[^"]*">/g, '')).not.to.match(/@|:\/\/|www\./);
  });

  it('shows every word of a text from outside', () => {
    const [page] = rendered(markdown(samples.hostile, options));
    for (const [name, text] of Object.entries(hostileTexts))
      expect(squeeze(page?.text ?? ''), name).to.include(squeeze(plainText(text)));
  });
});

const squeeze = (text: string): string => text.replace(/\s+/g, '');
